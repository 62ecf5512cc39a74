# test: diag
if True:
        x = 1
    y = 2  #! P0002 1: unindent does not match any outer indentation level

# test: diag
x = 1
    y = 2  #! P0002 1: unexpected indent

# test: diag
if True:
        x = 1
	y = 2  #! P0003 1: inconsistent use of tabs and spaces in indentation

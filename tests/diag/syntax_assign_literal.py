# test: diag
x = 3
5 = x  #! P0001 1: cannot assign to literal here. Maybe you meant '==' instead of '='?

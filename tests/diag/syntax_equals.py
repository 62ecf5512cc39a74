# test: diag
x = 3
if x = 3:  #! P0001 4: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
    print(x)

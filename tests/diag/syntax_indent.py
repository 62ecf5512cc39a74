# test: diag
def f():
return 1  #! P0002 1: expected an indented block after function definition on line 2

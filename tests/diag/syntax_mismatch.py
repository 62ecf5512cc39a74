# test: diag
xs = [1, (2, 3], 4)  #! P0001 15: closing parenthesis ']' does not match opening parenthesis '('

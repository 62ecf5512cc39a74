# test: diag
x = 1
return x  #! P0001 1: 'return' outside function

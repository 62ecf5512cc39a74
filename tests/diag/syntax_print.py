# test: diag
print "hello"  #! P0001 1: Missing parentheses in call to 'print'. Did you mean print(...)?

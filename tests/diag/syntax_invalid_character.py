# test: diag
x = “quoted”  #! P0001 5: invalid character '“' (U+201C)

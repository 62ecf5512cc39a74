# test: diag
x = 0123  #! P0001 5: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers

# test: diag
x = (1 + 2))  #! P0001 12: unmatched ')'

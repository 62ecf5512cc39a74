# test: diag
raise 5  #! T0111 7: int

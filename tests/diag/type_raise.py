# test: diag
raise 5  #! T0111 1: exceptions must derive from BaseException, and `int` does not

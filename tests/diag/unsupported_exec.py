# test: diag
exec("x = 1")  #! U0104 1: not supported: running source text, because the whole program is compiled ahead of time; instead write the code into the program, or keep functions in a dict
compile("1", "f", "eval")  #! U0104 1: not supported: running source text, because the whole program is compiled ahead of time; instead write the code into the program, or keep functions in a dict

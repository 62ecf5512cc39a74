# test: diag
import typing

m = typing  #! U0111 5: not supported: this module as a value, because it has no code of its own at run time; instead use the names in it
print(m)

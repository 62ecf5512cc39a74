# test: diag
s = "abc"
s[0] = "x"  #! T0109 1: `str` object does not support item assignment
t = (1, 2)
t[0] = 3  #! T0109 1: `tuple[int, int]` object does not support item assignment

# test: diag
xs = [1]
xs.push(2)  #! T0301 1: `list` has no attribute `push`
text = "a"
print(text.uper())  #! T0301 7: `str` has no attribute `uper`  #? T0301 did you mean `upper`?
n = 5
print(n.foo)  #! T0301 7: `int` has no attribute `foo`

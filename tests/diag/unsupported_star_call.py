# test: diag
def f(a, b=1, c=2):
    return a + b


xs = [1, 2]
print(f(*xs))
print(f(*xs, 3))
print(f(*xs, c=3))  #! U0304 7: f() not supported: *args of unknown length may or may not give `c`

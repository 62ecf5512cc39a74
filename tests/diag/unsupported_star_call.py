# test: diag
def f(a, b):
    return a + b


xs = [1, 2]
print(f(*xs))  #! U0304 7: not supported: *list[int] in a call, because its length is not known

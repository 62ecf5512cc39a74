# test: diag
def f(a):
    return a


try:
    print("a" + 1)  #! W0303 11: can only concatenate str (not "int") to str: this raises TypeError
    print(f())  #! W0303 11: f() missing 1 required positional argument: 'a': this raises TypeError
    f(1).go  #! W0303 5: 'int' object has no attribute 'go': this raises AttributeError
except (TypeError, AttributeError) as e:
    print(e)
print(f(2))

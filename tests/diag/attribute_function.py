# test: diag
def f():
    return 1


try:
    print(f.count)  #! W0301 11: `function f` has no attribute `count`: this raises AttributeError
except AttributeError as e:
    print(e)

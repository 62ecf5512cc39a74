# test: diag
def f(**options):
    return options


print(f(a=1))  #! U0303 7: f() not supported: takes **keywords, because their types are not known

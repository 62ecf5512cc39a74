# test: diag
def f(a, b):
    return a + b


print(f(**{"a": 1}, **{"b": 2}))  #! U0102 7: not supported: several `**` arguments in one call, because duplicate names could not be told apart; instead merge the dicts before the call  #! U0303 7: not supported: **keywords in a call, because their names are not known

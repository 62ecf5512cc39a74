# test: diag
def f(a, b):
    return a + b
d = {"a": 1}
e = {"b": 2}
print(f(**d, **e))  #! U0102 7: not supported: several `**` arguments in one call, because duplicate names could not be told apart; instead merge the dicts before the call  #! U0303 7: not supported: **keywords in a call, because their names are not known

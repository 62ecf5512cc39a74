# test: diag
print(globals()["x"])  #! U0105 7: not supported: namespaces as dicts
print(locals())  #! U0105 7: not supported: namespaces as dicts

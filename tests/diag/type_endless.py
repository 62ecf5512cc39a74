# test: diag
x = []  #! T0113 5: this has a type without end: it holds itself, or is nested too deeply
x.append(x)
print(len(x))

# test: diag
def find(d, k):
    return d.get(k)


text = find({"a": "x"}, "b")
print(text + 1)  #! T0103 7: `str` and `int`

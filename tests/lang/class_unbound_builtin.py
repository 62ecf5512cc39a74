# test: lang
# Methods of builtin classes called through the class.
x = [3]
list.append(x, 2)
print(x, list.__len__(x), str.upper("abc"), list.__repr__(x), dict.get({"a": 1}, "a"))
print(sorted(["b", "A", "c"], key=str.lower), list(map(str.strip, [" a", "b "])))
list.sort(x)
print(x, list.pop(x), x)

# test: lang
# Sorting is stable, key is called once an item, reverse keeps the order of equals.
calls = []
def key(p):
    calls.append(p)
    return p[1]
ps = [("a", 2), ("b", 1), ("c", 2), ("d", 1)]
print(sorted(ps, key=key), len(calls))
print(sorted(ps, key=key, reverse=True), len(calls))
print(min(ps, key=key), max(ps, key=key), len(calls))
ps.sort(key=lambda p: -p[1])
print(ps, sorted("bAaB"), sorted("bAaB", key=str.lower), sorted([3, 1.5, True]))

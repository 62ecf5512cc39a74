# test: lang
# setdefault(k, []).append(v), get(k, {}), default containers of many types.


def group(pairs):
    out = {}
    for k, v in pairs:
        out.setdefault(k, []).append(v)
    return out


def nest(triples):
    out = {}
    for a, b, c in triples:
        out.setdefault(a, {}).setdefault(b, []).append(c)
    return out


print(group([("a", 1), ("b", 2), ("a", 3)]))
print(group([(1, "x"), (2, "y"), (1, "z")]))
print(group([]), group([((1, 2), 0.5)]), group([(True, None), (False, None)]))
print(nest([("x", 1, "p"), ("x", 2, "q"), ("y", 1, "r"), ("x", 1, "s")]))
print(nest([(1, "k", 2.5)]))
counts = {}
for w in "a b a c a b".split():
    counts[w] = counts.get(w, 0) + 1
print(counts, max(counts, key=counts.get), sorted(counts, key=counts.get), sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])))
graph = {}
for a, b in [(1, 2), (2, 3), (1, 3)]:
    graph.setdefault(a, []).append(b)
    graph.setdefault(b, [])
print(graph, {k: len(v) for k, v in graph.items()}, graph.get(9, []))

# test: lang
# Dicts of lists, of dicts, of tuples: grouping, graphs, memo tables.

groups = {}
for word in "apple avocado banana blueberry cherry apricot".split():
    groups.setdefault(word[0], []).append(word)
print(groups, {k: len(v) for k, v in groups.items()})
index = {}
for i, line in enumerate(["a b", "b c", "c a a"]):
    for word in line.split():
        if word not in index:
            index[word] = {}
        index[word][i] = index[word].get(i, 0) + 1
print(index)
graph = {"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}


def paths(start, end):
    if start == end:
        return [[end]]
    return [[start] + rest for n in graph[start] for rest in paths(n, end)]


def bfs(start):
    seen = {start: 0}
    queue = [start]
    while queue:
        node = queue.pop(0)
        for n in graph[node]:
            if n not in seen:
                seen[n] = seen[node] + 1
                queue.append(n)
    return seen


print(paths("a", "d"), bfs("a"))
table = {}
for x in range(3):
    for y in range(3):
        table[x, y] = x * y
print(table[2, 2], (3, 3) in table, sum(table.values()), [k for k, v in table.items() if v == 2])
inverse = {}
for k, v in table.items():
    inverse.setdefault(v, []).append(k)
print(inverse)

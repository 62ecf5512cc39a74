# test: lang
# deque, defaultdict and Counter in programs: breadth-first search, anagrams, a sliding window.
from collections import Counter, defaultdict, deque


def bfs(graph, start):
    distance = {start: 0}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for other in graph[node]:
            if other not in distance:
                distance[other] = distance[node] + 1
                queue.append(other)
    return distance


graph = defaultdict(list)
for a, b in [(1, 2), (2, 3), (1, 4), (4, 5), (5, 6), (3, 6)]:
    graph[a].append(b)
    graph[b].append(a)
print(bfs(graph, 1), len(graph))
groups = defaultdict(list)
for word in "eat tea tan ate nat bat".split():
    groups["".join(sorted(word))].append(word)
print(list(groups.values()), dict(groups))


def largest(items, k):
    window, result = deque(), []
    for i, x in enumerate(items):
        while window and items[window[-1]] <= x:
            window.pop()
        window.append(i)
        if window[0] <= i - k:
            window.popleft()
        if i >= k - 1:
            result.append(items[window[0]])
    return result


print(largest([1, 3, -1, -3, 5, 3, 6, 7], 3))
words = Counter("the quick the lazy the end".split())
print(words["the"], words.most_common(1), sorted(words.items(), key=lambda kv: (-kv[1], kv[0])))
table = defaultdict(lambda: [0, 0])
for name, won in [("a", True), ("b", False), ("a", False)]:
    table[name][0 if won else 1] += 1
print(dict(table))

# test: lang
# standalone:
# A graph class: components, topological order, cycles, minimum spanning tree, shortest paths, strong components.
import heapq
from collections import defaultdict, deque


class CycleError(ValueError):
    def __init__(self, cycle):
        super().__init__("cycle: " + " -> ".join(cycle))
        self.cycle = cycle


class Graph:
    def __init__(self, edges=(), directed=True):
        self.adjacent = defaultdict(dict)
        self.directed = directed
        for edge in edges:
            self.add(*edge)

    def add(self, a, b, weight=1):
        self.adjacent[a][b] = weight
        if self.directed:
            self.adjacent[b]
        else:
            self.adjacent[b][a] = weight
        return self

    def __iter__(self):
        return iter(sorted(self.adjacent))

    def __len__(self):
        return len(self.adjacent)

    def __contains__(self, node):
        return node in self.adjacent

    def edges(self):
        for a in self:
            for b, w in sorted(self.adjacent[a].items()):
                if self.directed or a <= b:
                    yield a, b, w

    def topological(self):
        state = {}
        order = []

        def visit(node, path):
            if state.get(node) == "done":
                return
            if state.get(node) == "open":
                raise CycleError(path[path.index(node):] + [node])
            state[node] = "open"
            for other in sorted(self.adjacent[node]):
                visit(other, path + [node])
            state[node] = "done"
            order.append(node)

        for node in self:
            visit(node, [])
        return order[::-1]

    def components(self):
        seen = set()
        for node in self:
            if node in seen:
                continue
            group, queue = [], deque([node])
            seen.add(node)
            while queue:
                at = queue.popleft()
                group.append(at)
                for other in self.adjacent[at]:
                    if other not in seen:
                        seen.add(other)
                        queue.append(other)
            yield sorted(group)

    def shortest(self, start):
        distance = {node: float("inf") for node in self}
        distance[start] = 0
        before = {}
        heap = [(0, start)]
        while heap:
            d, node = heapq.heappop(heap)
            if d > distance[node]:
                continue
            for other, w in self.adjacent[node].items():
                if d + w < distance[other]:
                    distance[other] = d + w
                    before[other] = node
                    heapq.heappush(heap, (d + w, other))
        return distance, before

    def spanning_tree(self):
        parent = {node: node for node in self}

        def root(node):
            while parent[node] != node:
                parent[node] = parent[parent[node]]
                node = parent[node]
            return node

        tree = []
        for a, b, w in sorted(self.edges(), key=lambda e: e[2]):
            ra, rb = root(a), root(b)
            if ra != rb:
                parent[ra] = rb
                tree.append((a, b, w))
        return tree

    def strong(self):
        index, low, stack, result = {}, {}, [], []

        def visit(v):
            index[v] = low[v] = len(index)
            stack.append(v)
            for w in sorted(self.adjacent[v]):
                if w not in index:
                    visit(w)
                    low[v] = min(low[v], low[w])
                elif w in stack:
                    low[v] = min(low[v], index[w])
            if low[v] == index[v]:
                group = []
                while True:
                    w = stack.pop()
                    group.append(w)
                    if w == v:
                        break
                result.append(sorted(group))

        for v in self:
            if v not in index:
                visit(v)
        return result


def path(before, goal):
    nodes = [goal]
    while nodes[-1] in before:
        nodes.append(before[nodes[-1]])
    return " ".join(reversed(nodes))


clothes = Graph([("shirt", "tie"), ("tie", "jacket"), ("trousers", "shoes"), ("trousers", "belt"), ("belt", "jacket"), ("socks", "shoes")])
print(clothes.topological(), len(clothes), "tie" in clothes, "hat" in clothes)
clothes.add("jacket", "shirt")
try:
    clothes.topological()
except CycleError as e:
    print(e, len(e.cycle))
roads = Graph([("A", "B", 4), ("A", "C", 2), ("B", "C", 1), ("B", "D", 5), ("C", "D", 8), ("C", "E", 10), ("D", "E", 2), ("X", "Y", 1)], directed=False)
print(list(roads.components()), roads.spanning_tree())
distance, before = roads.shortest("A")
for node in roads:
    print(f"{node} {distance[node]!s:>4} {path(before, node)}")
web = Graph([(1, 2), (2, 3), (3, 1), (3, 4), (4, 5), (5, 4), (6, 5)])
print(web.strong(), sum(w for _, _, w in web.edges()), list(web))

# test: lang
import heapq
from collections import defaultdict, deque
from math import inf


class Graph:
    def __init__(self, directed=False):
        self.directed = directed
        self.adj = defaultdict(dict)

    def add_edge(self, u, v, w=1):
        self.adj[u][v] = w
        self.adj[v]
        if not self.directed:
            self.adj[v][u] = w

    @classmethod
    def from_text(cls, text, **options):
        g = cls(**options)
        for line in text.strip().splitlines():
            u, v, *w = line.split()
            g.add_edge(u, v, int(w[0]) if w else 1)
        return g

    def bfs(self, start):
        seen = {start: None}
        queue = deque([start])
        while queue:
            u = queue.popleft()
            for v in sorted(self.adj[u]):
                if v not in seen:
                    seen[v] = u
                    queue.append(v)
        return seen

    def path(self, start, goal):
        parents = self.bfs(start)
        if goal not in parents:
            return None
        path = []
        at = goal
        while at is not None:
            path.append(at)
            at = parents[at]
        return path[::-1]

    def dijkstra(self, start):
        dist = {node: inf for node in self.adj}
        dist[start] = 0
        prev = {}
        heap = [(0, start)]
        while heap:
            d, u = heapq.heappop(heap)
            if d > dist[u]:
                continue
            for v, w in self.adj[u].items():
                nd = d + w
                if nd < dist[v]:
                    dist[v] = nd
                    prev[v] = u
                    heapq.heappush(heap, (nd, v))
        return dist, prev

    def topo(self):
        indegree = {u: 0 for u in self.adj}
        for u in self.adj:
            for v in self.adj[u]:
                indegree[v] += 1
        ready = sorted(u for u, d in indegree.items() if d == 0)
        order = []
        while ready:
            u = ready.pop(0)
            order.append(u)
            for v in sorted(self.adj[u]):
                indegree[v] -= 1
                if not indegree[v]:
                    ready.append(v)
        if len(order) < len(self.adj):
            raise ValueError("cycle")
        return order

    def components(self):
        left = set(self.adj)
        result = []
        while left:
            start = min(left)
            stack, comp = [start], set()
            while stack:
                u = stack.pop()
                if u in comp:
                    continue
                comp.add(u)
                stack.extend(v for v in self.adj[u] if v not in comp)
            left -= comp
            result.append(sorted(comp))
        return result

    def kruskal(self):
        parent = {u: u for u in self.adj}

        def find(x):
            while parent[x] != x:
                parent[x] = parent[parent[x]]
                x = parent[x]
            return x

        edges = sorted((w, u, v) for u in self.adj for v, w in self.adj[u].items() if u < v)
        tree = []
        for w, u, v in edges:
            ru, rv = find(u), find(v)
            if ru != rv:
                parent[ru] = rv
                tree.append((u, v, w))
        return tree

    def has_cycle(self):
        WHITE, GREY, BLACK = range(3)
        colour = dict.fromkeys(self.adj, WHITE)

        def visit(u):
            colour[u] = GREY
            for v in self.adj[u]:
                if colour[v] == GREY or colour[v] == WHITE and visit(v):
                    return True
            colour[u] = BLACK
            return False

        return any(colour[u] == WHITE and visit(u) for u in list(self.adj))


def floyd(nodes, weights):
    dist = {(a, b): 0 if a == b else weights.get((a, b), inf) for a in nodes for b in nodes}
    for k in nodes:
        for i in nodes:
            for j in nodes:
                dist[i, j] = min(dist[i, j], dist[i, k] + dist[k, j])
    return dist


text = """
a b 4
a c 1
c b 2
b d 5
d e 3
x y
"""
g = Graph.from_text(text)
print(g.path("a", "e"), g.path("a", "x"))
dist, prev = g.dijkstra("a")
print(dist, prev)
print(g.components(), g.kruskal(), sum(w for _, _, w in g.kruskal()))
tasks = Graph(directed=True)
for before, after in [("shop", "cook"), ("cook", "eat"), ("set table", "eat"), ("eat", "wash up")]:
    tasks.add_edge(before, after)
print(tasks.topo(), tasks.has_cycle())
tasks.add_edge("wash up", "shop")
print(tasks.has_cycle())
try:
    tasks.topo()
except ValueError as e:
    print("error:", e)
d = floyd("pqr", {("p", "q"): 3, ("q", "r"): 4})
print(d["p", "r"], d["r", "p"], len(d))
grid = ["S.#.", "..#E", "#..."]
start = next((r, c) for r, row in enumerate(grid) for c, ch in enumerate(row) if ch == "S")
queue, seen = deque([(start, 0)]), {start}
while queue:
    (r, c), steps = queue.popleft()
    if grid[r][c] == "E":
        print("reached in", steps)
        break
    for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        p = r + dr, c + dc
        if 0 <= p[0] < len(grid) and 0 <= p[1] < len(grid[0]) and grid[p[0]][p[1]] != "#" and p not in seen:
            seen.add(p)
            queue.append((p, steps + 1))
else:
    print("no way")

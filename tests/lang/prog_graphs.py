# test: lang
# A typical program.
"""Graph algorithms: BFS, DFS, Dijkstra, topological order, union-find, components."""
import heapq
from collections import deque, defaultdict
from math import inf


class Graph:
    def __init__(self, directed=False):
        self.directed = directed
        self.adj = defaultdict(dict)

    def add_edge(self, u, v, w=1):
        self.adj[u][v] = w
        if not self.directed:
            self.adj[v][u] = w
        else:
            self.adj[v]

    def nodes(self):
        return sorted(self.adj)

    def bfs(self, start):
        seen, queue, order = {start}, deque([start]), []
        while queue:
            u = queue.popleft()
            order.append(u)
            for v in sorted(self.adj[u]):
                if v not in seen:
                    seen.add(v)
                    queue.append(v)
        return order

    def path(self, a, b):
        parent = {a: None}
        queue = deque([a])
        while queue:
            u = queue.popleft()
            if u == b:
                break
            for v in self.adj[u]:
                if v not in parent:
                    parent[v] = u
                    queue.append(v)
        if b not in parent:
            return None
        out = []
        at = b
        while at is not None:
            out.append(at)
            at = parent[at]
        return out[::-1]

    def dijkstra(self, start):
        dist = {n: inf for n in self.adj}
        dist[start] = 0
        heap = [(0, start)]
        while heap:
            d, u = heapq.heappop(heap)
            if d > dist[u]:
                continue
            for v, w in self.adj[u].items():
                nd = d + w
                if nd < dist[v]:
                    dist[v] = nd
                    heapq.heappush(heap, (nd, v))
        return dist

    def topo(self):
        indegree = {n: 0 for n in self.adj}
        for u in self.adj:
            for v in self.adj[u]:
                indegree[v] += 1
        ready = [n for n, d in indegree.items() if d == 0]
        heapq.heapify(ready)
        while ready:
            u = heapq.heappop(ready)
            yield u
            for v in self.adj[u]:
                indegree[v] -= 1
                if not indegree[v]:
                    heapq.heappush(ready, v)

    def dfs(self, u, seen=None):
        seen = set() if seen is None else seen
        seen.add(u)
        yield u
        for v in sorted(self.adj[u]):
            if v not in seen:
                yield from self.dfs(v, seen)


class UnionFind:
    def __init__(self, items):
        self.parent = {x: x for x in items}
        self.rank = dict.fromkeys(self.parent, 0)

    def find(self, x):
        while self.parent[x] != x:
            self.parent[x] = self.parent[self.parent[x]]
            x = self.parent[x]
        return x

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        if self.rank[a] < self.rank[b]:
            a, b = b, a
        self.parent[b] = a
        self.rank[a] += self.rank[a] == self.rank[b]
        return True


g = Graph()
edges = [("A", "B", 4), ("A", "C", 1), ("C", "B", 2), ("B", "D", 5), ("C", "D", 8), ("E", "F", 3)]
for u, v, w in edges:
    g.add_edge(u, v, w)
print(g.nodes(), g.bfs("A"), list(g.dfs("A")))
print(g.path("A", "D"), g.path("A", "F"))
for n, d in sorted(g.dijkstra("A").items()):
    print(n, "unreachable" if d == inf else d, end="; ")
print()
uf = UnionFind(g.nodes())
mst = [(u, v, w) for u, v, w in sorted(edges, key=lambda e: e[2]) if uf.union(u, v)]
print(mst, sum(w for _, _, w in mst), len({uf.find(x) for x in g.nodes()}))
t = Graph(directed=True)
for a, b in [("shirt", "tie"), ("tie", "jacket"), ("pants", "shoes"), ("pants", "belt"), ("belt", "jacket"), ("socks", "shoes")]:
    t.add_edge(a, b)
print(" -> ".join(t.topo()))
maze = ["#########", "#S..#..E#", "#.#.#.#.#", "#.#...#.#", "#########"]
start = next((r, c) for r, row in enumerate(maze) for c, ch in enumerate(row) if ch == "S")
q, dist = deque([start]), {start: 0}
while q:
    r, c = q.popleft()
    if maze[r][c] == "E":
        print("exit at", (r, c), "after", dist[r, c], "steps")
        break
    for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        nxt = (r + dr, c + dc)
        if maze[nxt[0]][nxt[1]] != "#" and nxt not in dist:
            dist[nxt] = dist[r, c] + 1
            q.append(nxt)

# test: lang
# Sorting by __lt__; the other comparisons; min and max.

class V:
    def __init__(self, n, tag=""):
        self.n = n
        self.tag = tag

    def __lt__(self, o):
        return self.n < o.n

    def __le__(self, o):
        return self.n <= o.n

    def __repr__(self):
        return str(self.n) + self.tag


vs = [V(3), V(1, "a"), V(2), V(1, "b")]
print(sorted(vs), sorted(vs, reverse=True), min(vs), max(vs))
vs.sort()
print(vs, V(1) < V(2), V(2) > V(1), V(1) <= V(1), V(1) >= V(2))
print(V(1) < V(2) < V(3), sorted([(V(2), 1), (V(1), 2)], key=lambda p: p[0]))

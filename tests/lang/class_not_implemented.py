# test: lang
# NotImplemented asks the other operand.
class M:
    def __init__(self, n): self.n = n
    def __add__(self, o):
        if isinstance(o, M):
            return M(self.n + o.n)
        return NotImplemented
    def __eq__(self, o):
        if not isinstance(o, M):
            return NotImplemented
        return self.n == o.n
    def __lt__(self, o):
        if not isinstance(o, M):
            return NotImplemented
        return self.n < o.n
class Q:
    def __radd__(self, o):
        return 7
    def __gt__(self, o):
        return True
print(M(2) + Q(), (M(1) + M(2)).n, M(1) == M(1), M(1) == 3, M(1) != Q(), M(1) < M(2), M(1) < Q())
print(M(1) == None, M(2) in [M(1), M(2)])

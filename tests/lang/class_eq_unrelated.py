# test: lang
# == of unrelated classes where __eq__ gives NotImplemented.
class Task:
    def __init__(self, p):
        self.p = p
    def __eq__(self, other):
        if not isinstance(other, Task):
            return NotImplemented
        return self.p == other.p
    def __lt__(self, other):
        return self.p < other.p
    def __hash__(self):
        return hash(self.p)
a = Task(1)
print(a == "a", a != "a", a == 1, a == None, a == (1, 2), a == [1], [a] == ["a"] if False else 0, "a" == a)
class Money:
    def __init__(self, n): self.n = n
    def __eq__(self, other):
        if isinstance(other, Money): return self.n == other.n
        if isinstance(other, (int, float)): return self.n == other
        return NotImplemented
    def __add__(self, other):
        if isinstance(other, Money): return Money(self.n + other.n)
        return NotImplemented
m = Money(3)
print(m == 3, 3 == m, m == "3", "3" == m, m == [3], m == None, m in [1, 2, 3] if False else 1, m != {3}, m == Money(3), {3} == m, b"x" == m, m == b"x", m == {1: 2})
print(m == a, a == m, [m] == [Money(3)], (m, 1) == (Money(3), 1))

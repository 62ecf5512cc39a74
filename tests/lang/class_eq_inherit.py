# test: lang
# __eq__ and __hash__ in subclasses; != from ==; identity as the default.

class P:
    def __init__(self, x):
        self.x = x

    def __eq__(self, o):
        return isinstance(o, P) and self.x == o.x

    def __hash__(self):
        return hash(self.x)


class Q(P):
    pass


class Plain:
    pass


print(P(1) == P(1), P(1) != P(1), P(1) == Q(1), Q(1) == P(1), P(1) != P(2))
print(len({P(1), P(1), Q(1), P(2)}), P(1) in [P(1)], [P(1), P(2)].index(P(2)), {P(1): "a"}[Q(1)])
a, b = Plain(), Plain()
print(a == a, a == b, a != b, a in [b, a], [a, b].count(a), len({a, b, a}), [a, b].index(b))
d = {a: 1, b: 2}
print(d[a], d[b], a is a, [P(1)] == [P(1)], (P(1), 2) == (P(1), 2), [a] == [b])

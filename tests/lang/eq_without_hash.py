# test: lang
# __eq__ without __hash__ makes objects unhashable; with it they are keys; inheritance of both; __ne__ follows __eq__.


class Money:
    def __init__(self, amount, currency="EUR"):
        self.amount, self.currency = amount, currency

    def __eq__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return (self.amount, self.currency) == (other.amount, other.currency)

    def __hash__(self):
        return hash((self.amount, self.currency))

    def __repr__(self):
        return f"{self.amount} {self.currency}"


a, b, c = Money(5), Money(5), Money(5, "USD")
print(a == b, a != b, a == c, a != c, a is b, hash(a) == hash(b), a == 5, a != 5, 5 == a)
wallet = {a: "first"}
wallet[b] = "second"
wallet[c] = "other"
print(wallet, len({a, b, c}), a in wallet, Money(6) in wallet, [a, c].index(b), [a, b, c].count(a), b in [a])


class Euro(Money):
    pass


e = Euro(5)
print(e == a, a == e, hash(e) == hash(a), wallet[e])


class Plain:
    pass


p, q = Plain(), Plain()
print(p == q, p == p, p != q, len({p, q, p}), {p: 1}.get(q, 0), p in [q], hash(p) == hash(p))


class Never:
    def __eq__(self, other):
        return False

    __hash__ = object.__hash__ if False else lambda self: 1


n = Never()
print(n == n, n != n, n in [n], [n] == [n], [n].count(n), [n].index(n), {n: 1}[n], (n,) == (n,))


class Loud:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        print("eq", self.v, other.v)
        return self.v == other.v


x, y = Loud(1), Loud(2)
print(x == y, x != y, [x] == [y], [x, y] == [x, y], y in [x, y])

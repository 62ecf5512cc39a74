# test: lang
# Methods that return self; fluent interfaces over inheritance.


class Query:
    def __init__(self):
        self.parts = []

    def where(self, text):
        self.parts.append("where " + text)
        return self

    def order(self, *names):
        self.parts.append("order " + ",".join(names))
        return self

    def build(self):
        return " ".join(self.parts)


class Limited(Query):
    def __init__(self):
        super().__init__()
        self.n = 0

    def limit(self, n):
        self.n = n
        return self

    def build(self):
        return super().build() + f" limit {self.n}"


print(Query().where("x").where("y").order("a", "b").build())
print(Limited().limit(3).where("z").build())
both = [Query().where("q"), Limited().limit(9)]
print([b.order("k").build() for b in both])


class Chain:
    def __init__(self, value):
        self.value = value

    def then(self, f):
        self.value = f(self.value)
        return self

    def map(self, f):
        return Chain(f(self.value))


print(Chain(5).then(lambda x: x + 1).then(lambda x: x * 2).value, Chain("a").then(str.upper).value)
print(Chain(5).map(str).map(lambda s: s + "!").map(len).value, Chain([1]).map(lambda xs: xs + [2]).value)

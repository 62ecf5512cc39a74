# test: lang
# A visitor with double dispatch, and an evaluator of expression trees.


class Expr:
    def accept(self, v):
        raise NotImplementedError


class Num(Expr):
    def __init__(self, n):
        self.n = n

    def accept(self, v):
        return v.num(self)


class Add(Expr):
    def __init__(self, a, b):
        self.a = a
        self.b = b

    def accept(self, v):
        return v.add(self)


class Mul(Add):
    def accept(self, v):
        return v.mul(self)


class Eval:
    def num(self, e):
        return e.n

    def add(self, e):
        return e.a.accept(self) + e.b.accept(self)

    def mul(self, e):
        return e.a.accept(self) * e.b.accept(self)


class Show:
    def num(self, e):
        return str(e.n)

    def add(self, e):
        return "(" + e.a.accept(self) + " + " + e.b.accept(self) + ")"

    def mul(self, e):
        return e.a.accept(self) + " * " + e.b.accept(self)


class Count:
    def __init__(self):
        self.nodes = 0

    def num(self, e):
        self.nodes += 1

    def add(self, e):
        self.nodes += 1
        e.a.accept(self)
        e.b.accept(self)

    def mul(self, e):
        self.add(e)


tree = Mul(Add(Num(1), Num(2)), Add(Num(3), Mul(Num(4), Num(5))))
print(tree.accept(Eval()), tree.accept(Show()))
c = Count()
tree.accept(c)
print(c.nodes, Num(7).accept(Show()) + "!", Num(7).accept(Eval()) + 1)

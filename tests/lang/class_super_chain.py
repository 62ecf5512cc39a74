# test: lang
# super() through several levels, and methods that call each other virtually.


class A:
    def __init__(self, log):
        self.log = log
        self.log.append("A.init")
        self.setup()

    def setup(self):
        self.log.append("A.setup")

    def run(self, n):
        self.log.append(f"A.run {n}")
        return n

    def total(self, xs):
        out = 0
        for x in xs:
            out += self.run(x)
        return out


class B(A):
    def setup(self):
        super().setup()
        self.log.append("B.setup")
        self.extra = 10

    def run(self, n):
        return super().run(n) + self.extra


class C(B):
    def __init__(self, log, factor):
        self.factor = factor
        super().__init__(log)
        self.log.append("C.init")

    def setup(self):
        self.log.append(f"C.setup {self.factor}")
        super().setup()

    def run(self, n):
        return super().run(n) * self.factor

    def total(self, xs):
        return A.total(self, xs) + super().total(xs)


for make in (lambda log: A(log), lambda log: B(log), lambda log: C(log, 3)):
    log = []
    thing = make(log)
    print(type(thing).__name__, thing.total([1, 2]))
    print(log)

# test: lang
# A mixin uses what the other base has; isinstance and issubclass by the resolution order.
class Mixin:
    def hello(self):
        return "hello " + self.name()
class Base:
    def __init__(self, n):
        self.n = n
    def name(self):
        return "base%d" % self.n
class A(Mixin, Base):
    pass
class Loud:
    def shout(self):
        return self.hello().upper()
class B(Loud, Mixin, Base):
    def name(self):
        return "b" + super().name()
print(A(1).hello(), B(2).shout())
print(isinstance(A(1), Mixin), isinstance(A(1), Loud), issubclass(B, Loud))

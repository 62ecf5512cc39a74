# test: lang
# The resolution order decides; super() in mixins goes on with what follows in the receiver's class.
class A:
    def f(self):
        return "A"
    def g(self):
        return self.f() + "g"
class B:
    def f(self):
        return "B"
    def h(self):
        return self.f() + "h"
class C(A, B):
    pass
class D(B, A):
    pass
print(C().f(), C().g(), C().h(), D().f(), D().g(), D().h())
print(A.f(C()), B.f(C()), B.h(D()), C.f(C()))
class Stack:
    def __init__(self):
        self.items = []
    def push(self, x):
        self.items.append(x)
        return self
class Log:
    log = []
    def push(self, x):
        Log.log.append(f"push {x}")
        return super().push(x)
class Twice:
    def push(self, x):
        return super().push(x * 2)
class LS(Log, Stack): pass
class LTS(Log, Twice, Stack): pass
class TLS(Twice, Log, Stack): pass
for s in [LS(), LTS(), TLS(), Stack()]:
    s.push(3).push(4)
    print(s.items)
print(Log.log)

# test: lang
# type(x).__name__ of every kind of operand.
def f(): pass
class A:
    class B: pass
    def m(self): pass
class C(A): pass
for x in (None, 1, 2.5, True):
    print(type(x).__name__)
for y in (A(), C()):
    print(type(y).__name__)
print(type(f).__name__, type(A).__name__, type((1, 2)).__name__, type([1]).__name__, type("").__name__, type(A.B()).__name__, A.B.__name__)
for e in (ValueError("a"), KeyError(3), None):
    print(type(e).__name__)
try:
    [1][2]
except Exception as e:
    print(type(e).__name__)

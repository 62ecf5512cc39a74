# test: lang
# @Base.x.setter makes another property: that of the base stays.
class A:
    def __init__(self):
        self._x = 0
    @property
    def x(self):
        return self._x
    @x.setter
    def x(self, value):
        self._x = value
class B(A):
    @A.x.setter
    def x(self, value):
        self._x = value * 10
class C(A):
    @A.x.deleter
    def x(self):
        self._x = -3
a, b, c = A(), B(), C()
a.x = 5
b.x = 5
c.x = 4
print(a.x, b.x, c.x)
del c.x
print(c.x)
try:
    del a.x
except AttributeError as e:
    print(e)


class D(A):
    @property
    def y(self):
        return 1


def refused(obj):
    try:
        obj.y = 3
    except AttributeError as e:
        return str(e)
    return "set"


print(refused(D()), refused(A()))
for one in [D(), B(), A()]:
    one.x = 2
    print(one.x, end=" ")
print()

# test: lang
# The __len__ of a subclass of list, dict, set says what is true.
class L(list):
    def __len__(self): return 7
class D(dict):
    def __len__(self): return 0
class S(set):
    def __len__(self): return 0
class N(list):
    def __bool__(self): return False
def t(x): return "yes" if x else "no"
print(t(L()), t(D(a=1)), t(S([1])), t([]), t([1]), t(N([1])), bool(L()), not L())
xs = [L(), L([1])]
print([bool(x) for x in xs], [1 for x in xs if x])
def h(self): return len(self) != 0
class L2(list):
    __bool__ = h
    def __len__(self): return 7
print(bool(L2()), len(L2()))
class M(list):
    def __len__(self): return 7
print(bool(M()), M().__bool__ if False else 0, len(M()))
class K(list):
    def __len__(self): return 7
    def __bool__(self): return len(self) != 0
print(bool(K()))

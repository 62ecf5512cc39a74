# test: diag
class A:
    def __setattr__(self, name, value):  #! U0308 5: not supported: `__setattr__` in a class, because attributes are known statically
        pass


class Upper:
    def __get__(self, owner, kind):  #! U0308 5: not supported: `__get__` in a class, because attributes are known statically
        return 1


class B:
    x = Upper()


a = A()
a.x = 3
print(B().x)

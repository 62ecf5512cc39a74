# test: diag
class A:
    def __init__(self):
        self.x = 1

    def __getattribute__(self, name):  #! U0308 5: not supported: `__getattribute__` in a class, because attributes are known statically
        return 2

    def __setattr__(self, name, value):  #! U0308 5: not supported: `__setattr__` in a class, because attributes are known statically
        print(name)


class B:
    def __getattr__(self, name):
        return 2


class Descriptor:
    def __get__(self, obj, cls):  #! U0308 5: not supported: `__get__` in a class, because attributes are known statically
        return 7

    def __set_name__(self, owner, name):  #! U0308 5: not supported: `__set_name__` in a class, because attributes are known statically
        print(name)


class C:
    d = Descriptor()

    def __init_subclass__(cls):  #! U0308 5: not supported: `__init_subclass__` in a class, because attributes are known statically
        print("sub")

    def __class_getitem__(cls, key):  #! U0308 5: not supported: `__class_getitem__` in a class, because attributes are known statically
        return key


print(A().x)
print(B().y)
print(C().d)

# test: diag
class A:
    def __init__(self):
        self.x = 1

    def __getattribute__(self, name):  #! U0113 5: not supported: `__getattribute__`, because attributes are fields of the object; instead use a property or a method
        return 2

    def __setattr__(self, name, value):  #! U0113 5: not supported: `__setattr__`, because attributes are fields of the object; instead use a property or a method
        print(name)


class B:
    def __getattr__(self, name):  #! U0113 5: not supported: `__getattr__`, because attributes are fields of the object; instead use a property, a method or a dict
        return 2


class Descriptor:
    def __get__(self, obj, cls):  #! U0113 5: not supported: `__get__`, because attributes are fields of the object; instead use a property
        return 7

    def __set_name__(self, owner, name):  #! U0113 5: not supported: `__set_name__`, because classes are laid out at compile time; instead pass the name to the constructor
        print(name)


class C:
    d = Descriptor()

    def __init_subclass__(cls):  #! U0113 5: not supported: `__init_subclass__`, because classes are laid out at compile time; instead call a function after the class statement
        print("sub")

    def __class_getitem__(cls, key):  #! U0113 5: not supported: `__class_getitem__`, because subscripts of classes are for annotations only; instead use a class method
        return key


print(A().x)
print(B().y)  #! T0301 7: `B` has no attribute `y`: nothing ever sets it
print(C().d)

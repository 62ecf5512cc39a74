# test: diag
class Meta(type):
    pass


class A(metaclass=Meta):  #! U0107 9: not supported: keyword arguments of a class statement
    pass


A()

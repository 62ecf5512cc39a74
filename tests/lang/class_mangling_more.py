# test: lang
# Name mangling of __x: attributes, methods, class variables, nested and derived classes.


class A:
    __count = 0

    def __init__(self):
        self.__x = 1
        A.__count += 1

    def __hidden(self):
        return "A hidden"

    def call(self):
        return self.__hidden() + str(self.__x)

    @classmethod
    def count(cls):
        return cls.__count

    @staticmethod
    def __s():
        return "s"

    def s(self):
        return self.__s()


class B(A):
    def __init__(self):
        super().__init__()
        self.__x = 2

    def __hidden(self):
        return "B hidden"

    def both(self):
        return self.call() + "/" + self.__hidden() + str(self.__x)


class _Under:
    def __init__(self):
        self.__y = 5
        self.__z__ = 6


b = B()
print(b.both(), A.count(), b._A__x, b._B__x, b._A__hidden(), A._A__count, b.s())
u = _Under()
print(u._Under__y, u.__z__)

# test: lang
# Names that start with two underscores belong to their class.


class Base:
    __secret = "base class"

    def __init__(self):
        self.__value = 1

    def get(self):
        return self.__value

    def __hidden(self):
        return "base hidden"

    def call(self):
        return self.__hidden() + " " + self.__secret


class Sub(Base):
    __secret = "sub class"

    def __init__(self):
        super().__init__()
        self.__value = 2

    def get_sub(self):
        return self.__value

    def __hidden(self):
        return "sub hidden"

    def call_sub(self):
        return self.__hidden() + " " + self.__secret


s = Sub()
print(s.get(), s.get_sub(), s.call(), s.call_sub(), s._Base__value, s._Sub__value, Sub._Base__secret)
print(s._Base__hidden(), s._Sub__hidden())


class _Lead:
    def __init__(self):
        self.__x = 5
        self.__dunder__ = 6


print(_Lead()._Lead__x, _Lead().__dunder__)

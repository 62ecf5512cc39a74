# test: lang
# Names that a class body deletes are variables of the body, no attributes.
x = "module"


class A:
    a = 1
    b = 2 * a
    del a
    squares = []
    for i in range(3):
        squares.append(i * i)
    del i
    x = "class"
    first = x
    del x
    second = x

    def area(self):
        return self.b


print(hasattr(A, "a"), hasattr(A, "b"), hasattr(A, "i"), A.squares, A.b, A().area(), A.first, A.second)
try:

    class B:
        y = 1
        del y
        del y
except NameError as error:
    print(error)

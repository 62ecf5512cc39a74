# test: lang
# standalone:
# weft-status: 1
# weft-stderr: not supported: the sum of no objects, which is the number that sum() starts with
# CPython gives the int 0 here, which cannot stand beside the sums that are objects.
class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        return Money(self.cents + other.cents)

    def __radd__(self, other):
        return self


def total(purses):
    return sum(purses).cents if purses else 0


print(total([Money(1), Money(2)]), total([]), sum([Money(5)], Money(4)).cents)
purse = [Money(1)]
purse.pop()
everything = sum(purse)

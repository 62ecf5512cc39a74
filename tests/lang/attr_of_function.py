# test: lang
"""Code for objects with a method `compare`, given a function: AttributeError if it is run."""


def by_size(a, b):
    return a - b


class ByName:
    def compare(self, a, b):
        return (str(a) > str(b)) - (str(a) < str(b))


def smaller(order, items):
    if len(items) > 2:
        return order.compare(items[0], items[1]) < 0
    return len(items) == 0


print(smaller(by_size, [1, 2]), smaller(ByName(), [1, 2, 3]))
try:
    print(smaller(by_size, [1, 2, 3]))
except AttributeError as error:
    print(error)

# test: lang
# `in`, index, count, remove and == use identity before equality.

nan = float("nan")
xs = [nan, 1.0]
print(nan in xs, xs == xs, xs == [nan, 1.0], xs.index(nan), xs.count(nan), nan == nan)


class Odd:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print("eq", self.n, other.n)
        return False


a, b = Odd(1), Odd(2)
ys = [a, b]
print(a in ys, b in ys, ys.index(b), ys == [a, b], ys.count(a))
print(Odd(3) in ys, ys != [a, b])

# test: lang
# Comparison, chained comparison, min, max, abs.


def middle():
    print("middle", end=" ")
    return 5


def high(n):
    print("high", end=" ")
    return n


print(1 < middle() < high(7), 6 < middle() < high(9), 1 < middle() <= high(5) != 6)
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 >= 2 == 2, 1 == 1.0 == True, 1 < 2 > 0)
print((1 < 2) == True, 1 < 2 == True, (3 > 2) > 1)
print(min(3, 1, 2), max(3, 1, 2), min(1, 1.0), max(1, 1.0), min(1.0, 1), max(True, 1), min(-0.0, 0))
print(abs(-5), abs(5), abs(-5.5), abs(True), abs(-0.0), abs(-(2**62)))
print(min([4, 2, 8]), max((4, 2, 8)), min("hello"), max("hello"), min([2.5, 1]), max([7]))
values = [5, -3, 8, 0]
print([x < 3 for x in values], [x >= 0 for x in values], [x != 8 for x in values])
print(not 0, not 1, not -1, bool(0), bool(2), 3 and 4, 0 and 4, 0 or 4, 3 or 4)

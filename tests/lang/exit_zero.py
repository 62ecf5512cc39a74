# test: lang
# standalone:
# Carets under one operation of a long expression.


def mean(total, counts):
    return 10 + total // (counts[0] - counts[1]) * 2


print(mean(5, [2, 1]))
print(mean(5, [3, 3]) + 1)

# test: lang
# Variables that are of one type before a loop and of another in it: nothing is converted that CPython does not convert.


def total(items):
    t = 0
    for x in items:
        t += x
    return t


def product(items):
    p = 1
    for x in items:
        p *= x
    return p


def minus(items):
    t = 0
    for x in items:
        t = t - x
    return t


def reverse_minus(items):
    t = 0
    for x in items:
        t = x - t
    return t


def at_times(items):
    t = 0
    for i, x in enumerate(items):
        if x > 1.0:
            t += x
        elif i > 2:
            print("still", t)
    return t


def nested(rows):
    t = 0
    for row in rows:
        for x in row:
            if x != 0.5:
                t += x
    return t


def reset(rows):
    sums = []
    for row in rows:
        t = 0
        for x in row:
            t += x
        sums.append(str(t))
    return sums


def back_to_int(items):
    t = 0
    seen = []
    for x in items:
        t += x
        seen.append(str(t))
        if t > 3:
            t = 1
    return seen


def largest(items):
    best = None
    for x in items:
        if best is None or x > best:
            best = x
    return best


def bounds(items):
    lo = None
    hi = None
    for x in items:
        if lo is None or x < lo:
            lo = x
        if hi is None or x > hi:
            hi = x
    return lo, hi


def last_true(items):
    found = None
    for x in items:
        if x % 2:
            found = x > 2
    return found


def from_bool(items):
    t = False
    for x in items:
        t = t + x
    return t


def while_loop(n):
    s = 0
    while n > 0:
        n -= 1
        if n == 3:
            continue
        s += 0.5
        if n == 1:
            break
    else:
        s = s + 10
    return s


def leaves(items):
    t = 0
    for x in items:
        if x > 2.0:
            return t
        t += x
    return -1


def caught(items):
    t = 0
    for x in items:
        try:
            t += 1.0 / x
        except ZeroDivisionError:
            t = t + 0
    return t


def two_kinds(items, flag):
    t = 0
    for x in items:
        if flag:
            t = None
            flag = False
        elif t is None:
            t = x
        else:
            t += x
    return t


def mean(items):
    count = 0
    t = 0
    for x in items:
        t += x
        count += 1
    return t / count if count else None


big = 2**62 + 1
print(total([]), total([1.5]), total([1.5, 2.25]), total([-0.0]), total([float("inf"), 1.0]))
print(product([]), product([0.5, -0.0]), minus([]), minus([-0.0]), minus([1.0, 2.0]), reverse_minus([]), reverse_minus([0.5, 2.0]))
print(at_times([0.5]), at_times([0.5, 0.25, 0.1, 0.2, 1.5, 0.5, 2.5]), nested([[], [0.5], []]), nested([[], [0.5, 1.0], [], [0.25]]))
print(reset([[], [1.0], [0.5, 0.25]]), back_to_int([1.5, 2.5, 0.5, 4.0]))
print(largest([]), largest([3]), largest([3, 9, 2]), bounds([]), bounds([4]), bounds([4, -2, 7]))
print(last_true([]), last_true([2]), last_true([1, 2]), last_true([1, 3]), from_bool([]), from_bool([1.5, 2.0]), from_bool([0.0]))
print(while_loop(0), while_loop(1), while_loop(2), while_loop(6), leaves([]), leaves([3.0]), leaves([1.0, 3.0]), caught([0.0, 0.0]), caught([0.0, 2.0]))
print(two_kinds([1.5, 2.5, 3.5], True), two_kinds([1.5, 2.5], False), two_kinds([1.5], True), mean([]), mean([1.5, 2.5]))


def exact(start, items):
    t = start
    for x in items:
        t = t + x
    return t


print(exact(big, [0.0]), exact(big, []), exact(big, [1.0, 1.0]), exact(3, [0.5]), type(exact(1, [])).__name__, type(exact(1, [1.0])).__name__)

# test: lang
# Every slice with bounds in -4..4 and steps, of a list, str, tuple, range and bytes, against indices picked one by one.


def expected(n, start, stop, step):
    indices = slice(start, stop, step).indices(n)
    return list(range(*indices))


xs = [10, 11, 12]
text = "abc"
bounds = [None, -4, -3, -1, 0, 1, 2, 3, 5]
count = 0
for start in bounds:
    for stop in bounds:
        for step in (None, 1, 2, -1, -2, 7, -7):
            want = expected(3, start, stop, step)
            assert xs[start:stop:step] == [xs[i] for i in want], (start, stop, step)
            assert text[start:stop:step] == "".join([text[i] for i in want]), (start, stop, step)
            assert list(range(3)[start:stop:step]) == want, (start, stop, step)
            assert tuple(xs)[start:stop:step] == tuple([xs[i] for i in want])
            assert b"abc"[start:stop:step] == bytes([97 + i for i in want])
            count += 1
print(count)
print(slice(1, 5, 2), slice(3), slice(None), slice(1, 2) == slice(1, 2), slice(1, None).start, slice(2).stop, slice(0, 1).step)
print(slice(None, None, -1).indices(4), slice(-100, 100).indices(4), slice(3, 0, -1).indices(2))
changes = 0
for start in bounds:
    for stop in bounds:
        a = [0, 1, 2, 3]
        b = list(a)
        del a[start:stop]
        for i in reversed(expected(4, start, stop, None)):
            b.pop(i)
        assert a == b
        a = [0, 1, 2, 3]
        a[start:stop] = [9, 9, 9]
        changes += len(a)
print(changes)
try:
    xs[::0]
except ValueError as e:
    print(e)
a = list(range(10))
a[::3] = [90, 91, 92, 93]
a[-1:-4:-1] = [7, 8, 9]
print(a)
del a[1::2]
print(a)
try:
    a[::2] = [1]
except ValueError as e:
    print(e)
a[2:2] = [5] * 3
a[5:] = []
print(a, a[-2:], a[:-2], a[slice(0, 2)])

# test: lang
# List methods and their errors.

l = [3, 1, 2]
l.append(4)
l.extend((5, 6))
l.extend(range(2))
l.insert(0, 9)
l.insert(-1, 8)
l.insert(100, 7)
print(l, l.index(1), l.index(1, 3), l.count(1), l.index(8, -5, -1))
print(l.pop(), l.pop(0), l.pop(-2), l)
l.remove(1)
l.reverse()
print(l, l.copy() == l, l.copy() is l)
l.sort()
print(l)
l.sort(reverse=True, key=lambda x: x % 3)
print(l)
for bad in (lambda: l.remove(99), lambda: l.index(99), lambda: l.pop(99), lambda: [].pop()):
    try:
        bad()
    except (ValueError, IndexError) as e:
        print(type(e).__name__, e)
print([1, 2] + [3], [0] * 3, 2 * [1, 2], [] * 5, [1] * -1, [1, 2] == [1, 2], [1, 2] < [1, 3], [1] < [1, 0], [2] > [1, 9])
print(l[-1], l[0], l[1:3], l[::-1], l[::2], l[-3:], l[5:2], l[100:], l[:-100])
l.clear()
print(l, not l, len(l))
x = [1, 2, 3]
y = x
y += [4]
x = x + [5]
print(x, y)
m = [[0] * 2] * 2
m[0][0] = 1
print(m)
a = list("abc")
a += "de"
print(a, "".join(a), list(enumerate(a, 1))[:2], a * 2)
print(sorted([3, 1, 2], reverse=True), sorted("bca"), sorted({2: 0, 1: 0}), sorted([(1, "b"), (1, "a"), (0, "z")]))
print(min([3, 1]), max([3, 1]), sum([1, 2, 3]), sum([0.5, 1]), sum([[1], [2]], []))
print(any([0, 1]), all([1, 0]), list(zip([1, 2, 3], "ab")), list(map(str, [1, 2])), list(filter(None, [0, 1, 2])))
print([1, [2, [3]]][1][1][0] if False else 0, [None, 1, None].count(None), [1, 2, 3, 2].index(2, 2))
b = [5, 3, 8]
b[0], b[-1] = b[-1], b[0]
print(b, 3 in b, 4 not in b)

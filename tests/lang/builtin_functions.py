# test: lang
# len, range, min, max, abs, int, float, str, sum, sorted, any, all, zip, map, filter, enumerate, reversed.

print(len("abc"), len([]), len({1: 2}), len((1,)), len(range(7)), abs(-3), abs(-2.5), int("7"), float("2"), str(1.5))
print(min(2, 1), max(2, 1, 3), min("b", "a"), max([1, 5, 2]), min((3, 2)), max("hello"), min(range(5)), max([1], key=abs))
print(min([-3, 2], key=abs), max(["aa", "b"], key=len), min([], default=0), max((), default=None), max("a", "ab", key=len))
print(sum([1, 2]), sum([0.1] * 3), sum(range(5), 10), sum([[1], [2]], []), any([0, 1]), all([1, 0]), any([]), all([]))
print(list(zip("ab", [1, 2, 3])), list(map(abs, [-1, 2])), list(filter(lambda x: x > 1, [1, 2, 3])), list(enumerate("ab", 1)))
print(list(reversed([1, 2])), list(reversed("ab")), sorted("cab"), sorted([3, 1], reverse=True), list(map(lambda a, b: a * b, [1, 2], [3, 4])))
print(divmod(7, 2), divmod(-7, 2), pow(2, 5), round(2.5), ord("a"), chr(98), hex(10), bin(5), repr("x"), bool([]))
print(isinstance(1, int), isinstance("a", (int, str)), isinstance([], list), isinstance({}, dict), isinstance((), tuple), callable(len))
print(list(zip([1])), dict(zip("ab", range(2))), list(map(str, range(3))), "".join(map(chr, [72, 105])))
for name, f in [("abs", abs), ("neg", lambda x: -x)]:
    print(name, [f(x) for x in (-1, 1)])
for a, b in [((5, 6), []), ((1, 2), [1, 2])]:
    print(list(a) == b, sorted(a) == sorted(b))
for bad in ([], [4]):
    try:
        print(max(bad))
    except ValueError as e:
        print("ValueError:", e)
try:
    print(int("x"), float("y"))
except ValueError as e:
    print("ValueError:", e)
xs = [1, 2, 3]
print("a", *xs, "b", sep="-")
print(*[], "x", *(), *("q", 1.5, None), *xs, end="!\n")
largest = max
print(largest(1, 2), largest([4, 5]), max(1, 2, 3, key=lambda x: -x))

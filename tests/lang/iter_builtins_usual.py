# test: lang
# enumerate, zip, map, filter, reversed, sorted, iter with a sentinel, next with a default.
words = ["pear", "fig", "apple"]
print(list(enumerate(words)), list(enumerate(words, 1)), list(enumerate("ab", start=-1)))
print(list(zip(words, range(9))), list(zip()), list(zip("ab", "cd", "ef")), list(zip(*[(1, 2), (3, 4)])))
print(list(map(len, words)), list(map(lambda a, b: a * b, [1, 2, 3], [4, 5])), list(map(str.upper, words)))
print(list(filter(None, [0, 1, 2, 0])), list(filter(lambda w: "p" in w, words)), list(reversed(words)), list(reversed(range(3))))
print(sorted(words), sorted(words, key=len), sorted(words, key=lambda w: w[-1], reverse=True), sorted({3: "c", 1: "a"}))
it = iter(words)
print(next(it), next(it), next(it), next(it, "none"))
numbers = iter([1, 2, 3, 0, 4])
print(list(iter(lambda: next(numbers), 0)), list(numbers))
print(min(words, key=len), max(words), min(3, 1, 2), max([1, 5], [2]), min("b", "a"), max(words, default=""), sum(map(len, words)))
print(any(w.startswith("a") for w in words), all(words), abs(-3), abs(-2.5), pow(2, 8), pow(2, 8, 5), divmod(17, 5), round(2.567, 1))
m = map(lambda x: x * x, range(4))
print(next(m), list(m), list(m))
z = zip([1, 2], [3])
print(next(z), list(z), callable(len), callable(3), hash("") == 0, id(words) == id(words), type(words) is list, isinstance(True, int))
print([*map(int, "123")], dict(enumerate("ab")), dict(zip(words, map(len, words))), set(map(len, words)), tuple(filter(str.isalpha, "a1b")))

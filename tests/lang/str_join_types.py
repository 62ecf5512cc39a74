# test: lang
# str.join over every kind of iterable, its errors, and strings multiplied, compared and iterated.


class Letters:
    def __init__(self, text):
        self.text = text

    def __iter__(self):
        return iter(self.text.upper())


class Old:
    def __getitem__(self, i):
        if i == 3:
            raise IndexError
        return str(i * i)


def gen():
    yield "g"
    yield "h"


print(",".join(["a", "b"]), ",".join(("a",)), ",".join("abc"), ",".join([]), ",".join({"k": 1, "l": 2}), ",".join({"z"}))
print("-".join(Letters("xyz")), "-".join(Old()), "-".join(gen()), "-".join(c for c in "pq"), "-".join(map(str, range(3))), "".join(reversed("abc")))
print(", ".join({1: "a", 2: "b"}.values()), "/".join(sorted("hello")), "|".join(["only"]), "é☃".join("ab"), "x".join(["\U0001f600", "y"]))
print("ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1, "" * 5, "é" * 2, True * "x")
print("a" < "b", "a" < "B", "" < "a", "abc" < "abd", "ab" < "abc", "Z" < "a", "é" > "z", "\U00010000" > "\uffff", "a" <= "a", "b" >= "c", "x" != "x")
print(max("hello"), min("hello"), max(["b", "abc"], key=len), sorted(["b", "A", "a", "B"]), sorted(["b", "A", "a", "B"], key=str.lower), sorted("bca", reverse=True))
print("b" in "abc", "" in "", "" in "a", "ac" in "abc", "x" not in "abc", "bc" in "abc")
text = "héllo"
print(text[0], text[-1], text[1:3], text[::-1], text[::2], text[10:], text[-3:-1], text[3:1], text[:-10], len(text), text[1])
for i in (5, -6):
    try:
        print(text[i])
    except IndexError as e:
        print(e)
it = iter("ab")
print(next(it), next(it), next(it, "end"))
print(list(enumerate("ab", 5)), list(zip("abc", [1, 2])), [*"xy"], dict(zip("ab", "cd")), set("a"), tuple("ab"))
a, *b = "wxyz"
print(a, b, [ord(c) for c in "aé☃\U0001f600"], chr(233), chr(0x1F600), repr(chr(0)), ascii("é☃\U0001f600"))
for n in (-1, 0x110000):
    try:
        chr(n)
    except ValueError as e:
        print(e)
for t in ("", "ab"):
    try:
        ord(t)
    except TypeError as e:
        print(e)

"""Strings, templates and characters against CPython's."""
import random
import unittest

from core import load, lowlevel, outcome

Str = load("str").str
text = load("text")
template = load("template")

ALPHABETS = ["ab", "aB c\t", "aé ß\xa0", "aé日 Σσ", "a😀é\u0301İ", "xX1_9-", "\n\r\x1c\u2028ab", "ǅǆǄa'\"\\", "\x00\x7f\xad\ud800"]


def random_text(r, alphabet=None, most=12):
    alphabet = alphabet or r.choice(ALPHABETS)
    return "".join(r.choice(alphabet) for _ in range(r.randrange(most)))


def random_index(r):
    return None if r.random() < 0.3 else r.randrange(-15, 15)


class Strings(unittest.TestCase):
    def same(self, name, *args):
        self.assertEqual(outcome(getattr(Str, name), *args), outcome(getattr(str, name), *args), (name, args))

    def test_without_arguments(self):
        r = random.Random(1)
        names = ["__len__", "__repr__", "__hash__", "upper", "lower", "title", "capitalize", "swapcase", "casefold", "isalpha", "isalnum", "isdecimal", "isdigit",
                 "isnumeric", "isspace", "isprintable", "isascii", "isidentifier", "isupper", "islower", "istitle", "strip", "lstrip", "rstrip", "split", "rsplit",
                 "splitlines", "expandtabs"]
        for _ in range(500):
            s = random_text(r)
            for name in names:
                self.same(name, s)
            self.assertEqual([str(c) for c in Str.__iter__(s)], list(s))

    def test_with_text(self):
        r = random.Random(2)
        names = ["find", "rfind", "index", "rindex", "count"]
        for _ in range(800):
            alphabet = r.choice(ALPHABETS)
            s, x, y = random_text(r, alphabet), random_text(r, alphabet, 3), random_text(r, None, 4)
            for name in names + ["startswith", "endswith"]:
                self.same(name, s, x)
                self.same(name, s, x, random_index(r), random_index(r))
                self.same(name, s, y)
            for name in ["partition", "rpartition", "removeprefix", "removesuffix", "__contains__", "__add__", "strip", "lstrip", "rstrip", "split", "rsplit", "join"]:
                self.same(name, s, x)
            for name in ["__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"]:
                self.same(name, s, y)
                self.same(name, s, s + x)
            for limit in range(-1, 4):
                self.same("split", s, None, limit)
                self.same("rsplit", s, None, limit)
                self.same("split", s, x, limit)
                self.same("rsplit", s, x, limit)
                self.same("replace", s, x, y, limit)
            self.same("splitlines", s, True)
            self.same("startswith", s, (x, y))

    def test_with_numbers(self):
        r = random.Random(3)
        for _ in range(1000):
            s, n, fill = random_text(r), r.randrange(-3, 30), r.choice(["*", "é", "日", " ", "", "ab"])
            for name in "ljust", "rjust", "center":
                self.same(name, s, n, fill)
            self.same("zfill", r.choice(["", "-", "+"]) + s, n)
            self.same("__mul__", s, n)
            self.same("__getitem__", s, r.randrange(-15, 15))
            self.same("expandtabs", s, r.randrange(10))
            bounds = random_index(r), random_index(r), r.choice([None, 1, 1, 2, -1, -3, 0, 100])
            self.assertEqual(outcome(Str.__getslice__, s, *bounds), outcome(lambda: s[slice(*bounds)]))

    def test_join(self):
        r = random.Random(4)
        for _ in range(500):
            self.same("join", random_text(r, None, 3), [random_text(r) for _ in range(r.randrange(5))])

    def test_all_characters(self):
        for c in list(range(0, 0x2200, 2)) + list(range(0xA600, 0xA800, 5)) + list(range(0xD7F0, 0x11000, 31)) + list(range(0x1E800, 0x1F000, 7)) + [0x10FFFF]:
            s = chr(c)
            for name in "isprintable", "isspace", "isalpha", "isdecimal", "isdigit", "isnumeric", "isupper", "islower", "istitle", "isidentifier", "upper", "lower", "title", "casefold", "swapcase", "capitalize":
                self.same(name, s)
            self.same("isidentifier", "a" + s)
            self.same("lower", "A" + s + "Σ")
            self.same("lower", "AΣ" + s)

    def test_utf8(self):
        r = random.Random(5)
        for _ in range(1500):
            s = "".join(chr(r.choice([65, 0x7F, 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000, 0x10FFFF, r.randrange(0xD800)])) for _ in range(r.randrange(6)))
            encoded = s.encode()
            mine = text.encode_utf8(s)
            self.assertEqual(bytes(lowlevel.Text.of(mine).data), encoded)
            broken = bytearray(encoded)
            if broken and r.random() < 0.7:
                broken[r.randrange(len(broken))] = r.randrange(256)
            decoded = text.decode_utf8(lowlevel.Text(broken, 0), 0, len(broken))
            self.assertEqual(str(decoded), bytes(broken).decode("utf-8", "surrogateescape"))


class Templates(unittest.TestCase):
    def same(self, fmt, args):
        self.assertEqual(outcome(template.percent_format, fmt, args), outcome(lambda: fmt % args), (fmt, args))

    def test_percent(self):
        r = random.Random(6)
        values = [0, 1, -7, 12345, True, 2.5, -0.001, 1e15, float("inf"), float("nan"), "text", "é", None, [1, 2], ("a",)]
        for _ in range(5000):
            fmt = "".join(random_conversion(r) for _ in range(r.randrange(1, 3)))
            args = tuple(r.choice(values) for _ in range(r.choice([1, 1, 2, 3])))
            self.same("<" + fmt + ">", args)
        for fmt in "%", "%5", "%(a", "%(a)", "%q", "%5.q", "%.3s%%", "%c", "%ld", "%*d", "%-*d|", "%.*f", "% d", "%+ d":
            for args in (1,), (300, 5), ("a",), ("ab",), (5, -3), (-5, 3), (-1,), (0x110000,), ():
                self.same(fmt, args)
        self.same("%s and %r", ("a'b", "a'b"))
        self.same("%d", 5)
        self.same("%s", "x")
        self.same("plain", {"a": 1})
        self.same("%(a)s-%(b)05d-%(a)r", {"a": 1, "b": 22})
        self.same("%(c)s", {"a": 1})
        self.same("%d", 1e10)
        self.same("%a", "é日")

    def test_format_method(self):
        cases = ["{}", "{} {}", "{0} {1} {0}", "{!r}", "{:>5}|{:<5}", "{0:{1}}", "{:{}}", "{{}}", "{", "}", "{0} {}", "{} {0}", "{5}", "{!x}", "{!}", "{:d}", "a{:.2f}b", "{!r:>10}", "{!s}{!a}", "{:{}{}}", "{0!r", "{:{:{}}}"]
        for fmt in cases:
            for args in ("a", 7), (3.14159, 9), ("é", 3, 2), ():
                self.assertEqual(outcome(template.format_template, fmt, args), outcome(fmt.format, *args), (fmt, args))


def random_conversion(r):
    flags = "".join(r.choice("-+ #0") for _ in range(r.choice([0, 0, 1, 2])))
    width = str(r.randrange(1, 15)) if r.random() < 0.5 else ""
    precision = "." + r.choice(["", str(r.randrange(12))]) if r.random() < 0.4 else ""
    return "%" + flags + width + precision + r.choice("dixXoeEfFgGsrc")


if __name__ == "__main__":
    unittest.main()

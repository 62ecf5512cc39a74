# test: lang
# A typical program.
"""String formatting reports, inventory, roman numerals, caesar, templates, text wrap."""
import string
import sys
import time
from string import ascii_lowercase, Template
from io import StringIO

ITEMS = [("Widget", 4, 3.5), ("Gadget, large", 10, 12.999), ("Doohickey", 0, 0.05), ("Ünïcode", 2, 1e6)]


def table(rows, headers, aligns="<>>"):
    cells = [headers] + [[n, str(q), f"{t:,.2f}"] for n, q, t in rows]
    widths = [max(len(r[i]) for r in cells) for i in range(len(headers))]
    sep = "+".join("-" * (w + 2) for w in widths)
    for n, r in enumerate(cells):
        print("|".join(f" {c:{a}{w}} " for c, a, w in zip(r, aligns, widths)))
        if n == 0:
            print(sep)


def roman(n):
    out = ""
    for value, sym in [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]:
        k, n = divmod(n, value)
        out += sym * k
    return out


def caesar(text, k):
    shifted = ascii_lowercase[k:] + ascii_lowercase[:k]
    return text.translate(str.maketrans(ascii_lowercase + ascii_lowercase.upper(), shifted + shifted.upper()))


def wrap(text, width):
    lines, cur = [], []
    for word in text.split():
        if cur and sum(map(len, cur)) + len(cur) + len(word) > width:
            lines.append(" ".join(cur))
            cur = []
        cur.append(word)
    if cur:
        lines.append(" ".join(cur))
    return lines


def human(n):
    for unit in ("B", "KiB", "MiB", "GiB"):
        if abs(n) < 1024 or unit == "GiB":
            return f"{n:.1f} {unit}" if unit != "B" else f"{n:d} {unit}" if isinstance(n, int) else f"{n} {unit}"
        n /= 1024


table([(n, q, p * q) for n, q, p in ITEMS], ["Item", "Qty", "Total"])
print([roman(n) for n in (4, 9, 14, 1999, 2024)], caesar("Hello, World!", 3), caesar(caesar("abc xyz", 5), 21))
for line in wrap("the quick brown fox jumps over the lazy dog and runs away", 16):
    print(f"[{line:^18}]")
print(human(100), human(2048), human(5 * 1024**3), human(1536.5))
buf = StringIO()
print("to buffer", 1, 2.5, sep=",", file=buf)
buf.write("%-10s|%5.1f|%+d|%x|%%|%c" % ("left", 3.14159, 5, 255, "z"))
print(buf.getvalue().splitlines())
print("{0:>8}|{1:*^9}|{name!r:<6}|{0.real}".format(5, "mid", name="n"), "{:e} {:g} {:.3%}".format(12345.678, 1e-10, 0.12345))
print("%s and %r, %5s|%-5s|%05d" % ("a", "b", "c", "d", 42), "%(x)s=%(y)d" % {"x": "k", "y": 3} if False else "skip")
print("a,b;c d".replace(";", ",").replace(" ", ",").split(","), "x=1=2".partition("="), "  pad ".strip() + "|", "tEST".capitalize(), "ab\tc".expandtabs(4))
print("abc".isalpha(), "12".isdigit(), "a1".isalnum(), " ".isspace(), "Abc".istitle(), "abcabc".rfind("b"), "x".join("abc"), "%d%%" % 50)
print(sorted("banana"), "".join(sorted(set("banana"))), "banana".count("an"), list(enumerate("ab", 1)), "ß".upper(), "İ".lower() == "i̇", ascii("é"), repr("it's"))
palins = [w for w in ("level", "Noon", "hello", "A man a plan") if (t := "".join(c for c in w.lower() if c.isalnum())) == t[::-1]]
print(palins, string.digits, string.hexdigits[-6:], sys.maxsize, time.time() > 0)
if sys.version_info >= (3, 8):
    print("modern", sys.version_info.major, sys.platform.startswith("linux"))
print(f"{'nested ' + f'{1 + 1}'!r:>15}", f"{3.0:g} {2**0.5:.{3}f}", f"{1234567.891:,.1f}", f"{True} {None} {[1, 'a'][0]}" if False else f"{True} {None}", f"{5=} {'s'=}")
n = 27
steps = 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
else:
    print("collatz", steps)

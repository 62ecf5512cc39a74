# test: lang
# f-strings: expressions, conversions, specs, nesting.


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __str__(self):
        return f"({self.x}, {self.y})"

    def __repr__(self):
        return f"Point({self.x!r}, {self.y!r})"


name = "world"
n = 42
p = Point(1, 2.5)
print(f"hello {name}", f"{n}", f"{n + 1} {n * 2}", f"{name!r} {name!s}", f"{{}} {{{n}}}", f"", f"plain")
print(f"{n:5}|{n:<5}|{n:^5}|{n:05}|{n:x}|{n:#x}|{n:b}|{n:,}|{n:+}|{n:e}")
print(f"{name:10}|{name:>10}|{name:^10}|{name:.3}", f"{p}", f"{p!r}", f"{p!s:>12}|")
print(f"{len(name)} {name.upper()} {name[0]} {[1, 2][0]} {'nested'} {p.x + 1}")
width = 8
print(f"{n:{width}}|{n:>{width}}|{3.14159:{width}.{2}f}|{'x':*^{width}}")
print(f"{n=} {name=} {n + 1=} {n = }", f"{n!r:>6}", f"{True} {None} {[1, 'a'[0:1] == 'a']}")
print(f"{n if n > 5 else 0} {(lambda q: q + 1)(n)} {n > 5 and n < 9}")
print(f"a{n}" f"b{n}" "c", f"""multi
{name}
line""")
print(f"{{{'x'}}} {n}%", f"{1_000_000:,} {1234567.5:,.1f} {255:08b} {-5:>+4}")

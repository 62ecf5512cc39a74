# test: lang
# f"text{x}" of everything: of numbers both are made at once.
class A:
    def __init__(self, n):
        self.n = n
    def __str__(self):
        return f"A{self.n}"
class B:
    def __repr__(self):
        return "B()"
def opt(k):
    return A(k) if k else None
def num(k):
    return k if k % 2 else k / 2
for x in (0, 1, 9, 10, 99, 100, 101, 999, 1000, 12345, 123456, 10**17, 10**18, 9223372036854775807, -1, -9, -10, -11, -100, -12345, -9223372036854775807 - 1):
    print(f"v{x}", f"\u0141{x}", f"{x}", str(x), f"a{x}b")
print(f"t{True}", f"t{False}", f"f{1.5}", f"n{None}", f"a{A(3)}", f"b{B()}", f"s{'str'}", f"l{[1, 2]}", f"t{(1, 'x')}", f"d{ {1: 2} }")
for k in range(4):
    print(f"o{opt(k)}", f"u{num(k)}", f"c{k if k else 'none'}", f"or{k or 7}")
print(f"{'x'}{3}", f"e{''}", f"{3}{4}", f"a{3!r}", f"a{3:4}", f"a{3=}", f"x{'é'}", f"\U0001F600{5}")
class F:
    def __str__(self):
        raise ValueError("no text")
try:
    print(f"x{F()}")
except ValueError as e:
    print(e)

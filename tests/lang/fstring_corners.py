# test: lang
# f-strings: expressions, nesting, debugging form, conversions, quotes, escapes, lambdas, multi-line.
x, name, items = 5, "Ann", [1, 2, 3]
d = {"k": "v", "n": 1} if False else {"k": "v"}
print(f"{x} {x + 1} {x!r} {name!r} {name!s:>5} {items} {items[0]} {d['k']} {len(items)}")
print(f"{x=} {x = } {name=} {name=!s} {x=:>4} {x*2=} {items[1]=} {name.upper()=} { x = !r}")
print(f"{{}} {{{x}}} {{{{ {x}}}}}", f"{'nested ' + f'{x}'}", f"{x:{x}}", f"{x:0{x}d}", f'{name + "!"}', f"{'a' if x > 3 else 'b'}", f"{(lambda y: y * 2)(x)}")
print(f"{x:>{x * 2}}|", f"{3.14159:.{x - 3}f}", f"{'é'!a}", f"{name:*^{10}}", f"{name[:2]}", f"{name[::-1]}", f"{1, 2}", f"{ {1: 2}[1] }", f"{[i for i in range(3)]}", f"{ {i for i in range(2)} }")
print(rf"\n{x}\d", f"\t{x}\x41\u00e9\N{BULLET}", "a" f"{x}" "b", f"" f"{x}" if x else "", f"""{
    x
    + 1
} multi
line""")
print(f"{x!r:>5}|{name!r:<7}|{None} {True} {1.0} {b'x'} {()} {(1,)}", f"{x:d}{x:x}{x:b}", f"{1234567:,} {0.5:%}", f"{-x:+}", f"{x if x else 0:03}")
print(f"{x == 5} {x != 5} {x >= 5} {x <= 4} {x == 5 and name != 'Bob'}", f"{not x}", f"{x:}", f"{'{'}{'}'}", f"{'}'!r}", f'{name!r}' + f"{'it''s'}")
total = 0
print(f"{(total := total + x)} {total}", f"{name.replace('n', 'm')}", f"{'-' * 10}", f"{', '.join(str(i) for i in items)}", f"{sum(items) / len(items):.2f}", f"{max(items, key=lambda v: -v)}")
for n, label in enumerate(["one", "two"], 1):
    print(f"{n:>2}. {label:<6}|{label!r:>8}|{n / 3:6.3f}|{n * 1000:>8,}")


class T:
    def __format__(self, spec):
        return f"T:{spec}"

    def __repr__(self):
        return "T()"


t = T()
print(f"{t} {t!r} {t:abc} {t:{x}>3} {t!s:>6} {t=} {t=:q} {[t]}")

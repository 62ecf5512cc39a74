# test: lang
# Format specs of str and None, conversions, ascii().

for s in ("", "a", "hello", "é😀"):
    for spec in ("", "s", "8", "<8", ">8", "^8", "*^9", ".2", "8.2", ".0", "x<8s", "08", "0<8", "0>8", "😀^9", "}<5"):
        print(format(s, spec), end="|")
    print()
for spec in ("d", "=5", "+", " ", "#", ",", "_", "z", "x", "5d", "=08", ".x", "-"):
    try:
        print(format("abc", spec))
    except ValueError as e:
        print(spec, e)
for spec in ("5", "s"):
    try:
        print(format(None, spec))
    except TypeError as e:
        print(e)
x = "it's \"é\"\n"
print(f"{x!r} {x!a} {x!s:>12} {x!r:>20}|", ascii(x), ascii("\x7f\xff\u0100\U0001f600"), ascii([x]), ascii("plain"))
width, fill, prec = 10, "*", 3
print(f"{'a':{fill}^{width}} {3.14159:{width}.{prec}} {42:0{width}d} {x[:2]!r:{fill}>{width}} {'}'}{{}} {width=} {prec + 1 = } {x[:2]=!s} {width=:>5}")
print(f"{1 if width else 2} {[i for i in range(3)]} {({'k': 1})['k']} {'nested ' + f'{width:x}'} {(lambda a: a * 2)(4)}")

# test: lang
# print options, str and repr of everything.
import sys

print()
print("a", "b", sep="")
print("a", "b", sep=", ", end="!\n")
print(1, 2.5, None, True, [1, 2], (1,), {"k": "v"}, {1}, sep="|")
print("x", end="")
print("y", end="\n\n")
print(*[1, 2, 3], sep="-")
print(*"abc")
print("sep none", 1, sep=None, end=None)
print("err", file=sys.stderr)
print("out", file=sys.stdout, flush=True)
print([], {}, (), set(), "", [[]], [()], {"a": {}}, [None])
print("tab\tnew\\line", ["tab\tnew\n", "it's", 'say "hi"', "both ' and \""], "é", ["é", "\x00", "\u200b"])
print(repr("a\nb"), str("a"), [str(1), repr("1")], ["\\"], "\\")


class P:
    def __repr__(self):
        return "<P>"


class Q:
    def __str__(self):
        return "Q!"

    def __repr__(self):
        return "<Q>"


print(P(), [P()], {"p": P()}, Q(), [Q()], (Q(), P()), {Q(): P()} if False else "", f"{Q()} {Q()!r}", str([Q()]))
print("%s|%r|%d|%5.2f|%-5s|%05d|%x|%%" % ("a", "b", 3, 2.5, "l", 42, 255))
print(1, "a" "b", 'c', """d
e""", r"\n", "a" + str(1) + "b" * 2)
sys.stdout.write("raw\n")
print(True, False, None, 1e100, -0.0, 10 ** 15, ..., sep=" ") if False else print("end")

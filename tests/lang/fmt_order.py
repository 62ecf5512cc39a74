# test: lang
# The order in which a replacement field, its spec and its conversion are evaluated.

class Noisy:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        print("repr", self.name)
        return "<" + self.name + ">"

    def __str__(self):
        print("str", self.name)
        return self.name


def say(x):
    print("say", x)
    return x


print(f"{Noisy('a')!r:>{say(10)}}|{Noisy('b')!s:<{say(5)}}|{Noisy('c')}")
print("{!r:>{}}|{}".format(Noisy("d"), say(8), Noisy("e")))
print("%s %r %5d" % (Noisy("f"), Noisy("g"), say(7)))
# A template of texts alone converts each item before the next one is evaluated; any other evaluates all of them first.
print("%s, %r, %a" % (Noisy("a"), Noisy("b"), say(1)))
print("%-5s|%+6.2s|%#s%%" % (Noisy("c"), Noisy("d"), say(2)))
print("%s|%r|%012s|%.s" % (Noisy("e"), say(3), Noisy("f"), say("gh")))
print("%s, %d" % (Noisy("g"), say(4)))
print("%s, %100s" % (Noisy("h"), say(5)))
print("%s, %s" % (Noisy("i") if say(0) else "text", say(0) or "none"))

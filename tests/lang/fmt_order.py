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

# test: lang
# Annotations of functions, and of variables outside functions, are evaluated: names must be bound by then.
def inside():
    local: NoSuchName = 3
    return local


print(inside())


def say(text):
    print("evaluated", text)
    return int


def order(x: say("x"), y: say("y") = say("default")) -> say("result"):
    return y is int


print(order(1))
value: say("variable") = say("value") is int
print(value)
try:
    class Node:
        def link(self, other: Node):
            pass
except NameError as error:
    print(error)


def early(x: "Late") -> "list[Late]":
    return [x]


class Late:
    here: "Late"
    count: int

    def twin(self, other: "Late") -> "Late":
        return other


print(len(early(Late())), Late().twin(Late()) is not None)

# test: lang
# Functions and classes in what is copied are what they are.
from copy import copy, deepcopy


def shout(text):
    return text.upper()


class Button:
    def __init__(self, name, action):
        self.name = name
        self.action = action
        self.handlers = [action, shout]
        self.table = {"x": action}

    def press(self):
        return self.action(self.name)


class Holder:
    def __init__(self):
        self.made_by = Button
        self.run = shout
        self.both = (shout, [1])


def adder(n):
    return lambda x: x + n


button = Button("ok", shout)
other = deepcopy(button)
button.name = "no"
button.handlers.pop()
print(button.press(), other.press(), copy(button).press(), other.handlers[0]("q"), other.table["x"]("z"))
print(len(button.handlers), len(other.handlers))
print([x.press() for x in deepcopy([button, Button("l", lambda s: s + "!")])])
print(deepcopy(shout)("a"), copy(shout)("b"), deepcopy(shout) is shout)
print([f("aB") for f in deepcopy([shout, str.lower])], [f(1) for f in deepcopy([adder(1), adder(2)])])
holder = deepcopy(Holder())
print(holder.made_by("x", shout).press(), holder.run("r"), holder.both[0]("s"), holder.both[1])
print({k: f(3) for k, f in deepcopy({"one": adder(1), "ten": adder(10)}).items()})

# test: lang
# Callbacks stored in attributes, lists and dicts, called elsewhere.


class Button:
    def __init__(self, name):
        self.name = name
        self.on_click = None
        self.listeners = []

    def click(self):
        if self.on_click:
            self.on_click(self)
        for f in self.listeners:
            f(self)


class Log:
    def __init__(self):
        self.lines = []

    def note(self, button):
        self.lines.append(button.name)

    def shout(self, button):
        self.lines.append(button.name.upper())


log = Log()
a, b = Button("a"), Button("b")
a.on_click = log.note
b.on_click = lambda button: log.lines.append("lambda " + button.name)
b.listeners.append(log.shout)
b.listeners.append(log.note)
a.click()
b.click()
a.on_click = log.shout
a.click()
Button("c").click()
print(log.lines)
table = {"add": lambda x, y: x + y, "sub": lambda x, y: x - y}


def neg(x, y):
    return -x


table["neg"] = neg
print({k: f(5, 3) for k, f in table.items()})


class Machine:
    def __init__(self):
        self.state = self.start
        self.out = []

    def start(self, c):
        self.out.append("s" + c)
        self.state = self.middle

    def middle(self, c):
        self.out.append("m" + c)
        if c == "x":
            self.state = self.start

    def run(self, text):
        for c in text:
            self.state(c)
        return self.out


print(Machine().run("abxcd"))


class Wrapper:
    def __init__(self, f):
        self.f = f

    def call(self, x):
        return self.f(x)


print(Wrapper(len).call("abc"), Wrapper(str).call(5) + "!", Wrapper(lambda x: x * 2).call(4), Wrapper(lambda s: s + s).call("ab"))

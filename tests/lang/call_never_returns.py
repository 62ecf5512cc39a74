# test: lang
"""Behind a call that never returns nothing is reached: such a function does not also give None."""


class Reader:
    def __init__(self, text):
        self.text = text

    def fail(self, message):
        raise ValueError(f"{message} in {self.text!r}")

    def later(self, message):
        self.fail(message + ", later")

    def first(self):
        if self.text:
            return self.text[0]
        self.fail("nothing")

    def number(self):
        try:
            return int(self.text)
        except ValueError:
            self.later("no number")

    def item(self, table):
        for key, value in table.items():
            if key == self.text:
                return value
        else:
            self.later("no item")


def stop(status):
    raise SystemExit(status)


def down(n):
    if n < 0:
        stop(3)
        print("never")
        n.nothing()
    return n


def endless(n):
    endless(n + 1)
    print("never")


letters = [Reader(word).first() for word in ("ab", "cd")]
print("".join(letters), Reader("12").number() + 1, Reader("x").item({"y": "?", "x": "!"}) + "?")
for action in (lambda: Reader("").first(), lambda: Reader("z").item({"x": "!"})):
    try:
        print(action().upper())
    except ValueError as error:
        print(error)
try:
    print(Reader("1x").number())
except ValueError as error:
    print(error, "|", error.__context__)
try:
    endless(0)
except RecursionError:
    print("too deep")
print(down(1))
try:
    down(-1)
except SystemExit as error:
    print("status", error.code)

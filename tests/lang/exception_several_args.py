# test: lang
# Exceptions of several str arguments: their args are indexed, taken apart, iterated; a str beside a number is there, too.
class Refused(Exception):
    pass


class Coded(Exception):
    def __init__(self, text, code):
        super().__init__(text, code)
        self.code = code


def refuse(n):
    if n == 0:
        raise Refused
    if n == 1:
        raise Refused("one")
    if n == 2:
        raise Refused("one", "two")
    if n == 3:
        raise ValueError("a", "b", "c")
    raise Coded("broken", 7)


for n in range(5):
    try:
        refuse(n)
    except Coded as e:
        print(e.args[0], len(e.args), e.args, e.code, str(e), repr(e))
    except Exception as e:
        print(e.args, len(e.args), [text for text in e.args], "-".join(e.args), str(e), repr(e))
        if len(e.args) == 2:
            first, second = e.args
            print(first + second, e.args[-1], e.args[1], "two" in e.args)
        try:
            print(e.args[2])
        except IndexError as index:
            print(index)
try:
    raise KeyError("k", "v")
except KeyError as e:
    key, value = e.args
    print(key, value, e)
try:
    raise OSError(200, "gone", "file")
except OSError as e:
    print(e.errno, e.strerror, e.filename)
try:
    raise OSError(201, "worse")
except OSError as e:
    print(e.errno, e.strerror, e.filename, e)

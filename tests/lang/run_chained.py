# test: lang
# standalone


class Broken(Exception):
    pass


def load(d, key):
    try:
        return d[key]
    except KeyError:
        raise Broken("no " + key)


def convert(text):
    try:
        return int(text)
    except ValueError as error:
        raise Broken("not a number") from error


try:
    load({"a": 1}, "b")
except Broken as error:
    print("first:", error)
print(convert("x1"))

# test: lang
# Inference ends although each call of a recursive function that had to be split makes a container of its own.
class Box:
    def __init__(self, value):
        self.value = value

    @staticmethod
    def put(value):
        return Box(value).value


def down(n, table):
    print(n, table, Box(table).put({7: 0}))
    if n > 0:
        down(n - 1, dict({"a": n}))
        down(n - 2, {})


def lists(n, items):
    print(n, items, Box(items).put([1.5]))
    if n > 0:
        lists(n - 1, list(["a"] * n))
    return items


down(3, {"b": 2})
print(lists(3, []))

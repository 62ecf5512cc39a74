# test: lang
# A with statement around yields.


class Manager:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, value, trace):
        print("exit", self.name, value)
        return self.name == "quiet"


def lines(name):
    with Manager(name) as shown:
        yield shown + " 1"
        with Manager(name + "/inner"):
            yield shown + " 2"
        if name == "quiet":
            raise ValueError("swallowed")
    yield "after"


for line in lines("x"):
    print(line)
print(list(lines("quiet")))
g = lines("closed")
print(next(g), next(g))
g.close()

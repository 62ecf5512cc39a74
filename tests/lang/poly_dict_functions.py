# test: lang
# Dicts of functions with captured state, of classes, of bound methods.


def plus(n):
    def add(x):
        return x + n

    return add


ops = {"one": plus(1), "ten": plus(10), "neg": lambda x: -x, "abs": abs, "str": lambda x: x}
print([(k, f(-5)) for k, f in ops.items()])


class Shell:
    def __init__(self):
        self.vars = {}
        self.commands = {"set": self.set, "get": self.get, "keys": self.keys}

    def set(self, args):
        self.vars[args[0]] = args[1]
        return "ok"

    def get(self, args):
        return self.vars.get(args[0], "unset")

    def keys(self, args):
        return " ".join(sorted(self.vars))

    def run(self, line):
        name, *args = line.split()
        if name not in self.commands:
            return "unknown " + name
        return self.commands[name](args)


shell = Shell()
for line in ("set x 1", "get x", "get y", "set a 2", "keys", "quit now"):
    print(shell.run(line))


class Shape:
    def area(self):
        return 0


class Circle(Shape):
    def area(self):
        return 3


class Square(Shape):
    def area(self):
        return 4.5


kinds = {"c": Circle, "s": Square}
print(kinds["c"]().area(), kinds["s"]().area(), [kinds[k]().area() for k in "csc"])
ages = {"ann": 31, "bob": 25, "cid": 40}
print(max(ages, key=ages.get), min(ages, key=ages.get), sorted(ages, key=ages.get), max(ages.values()), max(ages))

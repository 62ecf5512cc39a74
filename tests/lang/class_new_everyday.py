# test: lang
# __new__ of the program: singletons, caches, object.__new__, and when __init__ runs.


class Singleton:
    _instance = None

    def __new__(cls, *args, **kwargs):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
            print("made", cls.__name__)
        return cls._instance

    def __init__(self, value=0):
        print("init", value)
        self.value = value


class Config:
    _inst = None

    def __new__(cls):
        if not cls._inst:
            cls._inst = super(Config, cls).__new__(cls)
            cls._inst.settings = {}
        return cls._inst


class Doubled:
    def __new__(cls, x):
        self = object.__new__(cls)
        self.x = x * 2
        return self

    def shown(self):
        return f"{type(self).__name__}({self.x})"


class Tripled(Doubled):
    def __init__(self, x):
        self.x += x


class Colour:
    _cache = {}

    def __new__(cls, name):
        if name not in cls._cache:
            colour = super().__new__(cls)
            colour.name = name
            colour.uses = 0
            cls._cache[name] = colour
        return cls._cache[name]

    def __init__(self, name):
        self.uses += 1


class Maybe:
    def __new__(cls, n):
        if n < 0:
            return None
        return super().__new__(cls)

    def __init__(self, n):
        self.n = n


a = Singleton(1)
b = Singleton(value=2)
print(a is b, a.value, Singleton._instance is a)
Config().settings["x"] = 1
print(Config().settings, Config() is Config())
print(Doubled(4).shown(), Tripled(5).shown())
red, blue, red2 = Colour("red"), Colour("blue"), Colour("red")
print(red is red2, red is blue, red.uses, blue.uses, sorted(Colour._cache))
print(Maybe(-1), Maybe(3).n, [m.n if m else None for m in (Maybe(n) for n in (1, -1))])

# test: lang
# Class attributes and attributes whose default is overwritten by another scalar.


class Config:
    verbose = 0
    ratio = 1
    title = None
    sizes = None


class Loud(Config):
    verbose = True
    ratio = 0.5


c, d = Config(), Loud()
print(c.verbose, d.verbose, c.ratio, d.ratio, c.title, c.sizes)
c.verbose = True
c.ratio = 2.5
c.title = "c"
d.sizes = [1, 2]
print(c.verbose, d.verbose, c.ratio, d.ratio, c.title, d.title, c.sizes, d.sizes)
Config.ratio = None
print(Config().ratio, d.ratio, c.ratio, Config.ratio is None, Loud.ratio)
for x in (c, d, Config()):
    if x.title is not None:
        print(len(x.title), end=" ")
    print((x.ratio or 0) * 2, x.verbose + 1, x.sizes or [])
value = 0
value = value + 1
value = value / 2
print(value)


def local():
    value = 1
    value = f"now a string {value}"
    print(value)
    value = [value]
    print(value)
    value = None
    return value


print(local())


class Lazy:
    def __init__(self):
        self.cache = None

    def get(self):
        if self.cache is None:
            print("computing")
            self.cache = {"k": [1, 2]}
        return self.cache


lazy = Lazy()
print(lazy.get(), lazy.get()["k"][1], lazy.cache)

# test: lang
# Class attributes read through instances, shadowed by them, changed on the class and on subclasses.


class Base:
    count = 0
    tags = []
    name = "base"

    def __init__(self):
        Base.count += 1

    def rename(self, name):
        self.name = name

    @classmethod
    def set_name(cls, name):
        cls.name = name


class Child(Base):
    name = "child"


class Grand(Child):
    pass


a, b = Base(), Base()
c, g = Child(), Grand()
print(Base.count, a.count, c.count, g.count)
a.tags.append("shared")
print(b.tags, Child.tags, g.tags is Base.tags)
print(a.name, c.name, g.name, Base.name, Grand.name)
a.rename("mine")
print(a.name, b.name, Base.name)
Base.name = "changed"
print(a.name, b.name, c.name)
Child.name = "kid"
print(c.name, g.name)
Grand.set_name("grandkid")
print(g.name, c.name, Grand.name, Child.name)
del a.name
print(a.name)
g.rename("own")
print(g.name, Grand.name)
b.count += 10
print(b.count, Base.count, a.count)
Base.count += 1
print(b.count, a.count, Child.count)
c.tags = ["own"]
print(c.tags, Base.tags, Child.tags)


class Counter:
    instances = 0
    limit = 2

    def __init__(self):
        type(self).instances += 1

    def full(self):
        return self.instances >= self.limit


x = Counter()
print(x.full())
y = Counter()
print(x.full(), y.full(), Counter.instances)
x.limit = 5
print(x.full(), y.full())
print(hasattr(x, "limit"), hasattr(x, "nothing"), getattr(x, "limit"), getattr(y, "missing", "default"))

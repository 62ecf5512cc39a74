# test: lang
# Variables of a module that only its own code uses may hold values of several types one after the other.
x = 1
print(x + 1)
x = "text"
print(x.upper())
x = [x, x]
print(x)
for x in range(2):
    print(x * 2)
for x in "ab":
    print(x + x)
for i, x in enumerate([1.5, 2.5]):
    print(i, x)
try:
    {}["key"]
except KeyError as e:
    print(repr(e))
e = {"now": "a dict"}
print(e)
try:
    int("q")
except ValueError as e:
    print(e)
try:
    print(e)
except NameError as error:
    print(error)
f = lambda a: a + 1
print(f(1))
with open("/dev/null") as f:
    print(f.read() == "")
f = 2.5
print(f)
data = "3,4"
data = data.split(",")
data = [int(d) for d in data]
data = sum(data)
print(data)
result = None
if data > 5:
    result = "big"
print(result)
n = 0
while n < 2:
    n += 1
else:
    n = "done"
print(n)
del n
try:
    print(n)
except NameError as error:
    print(error)
n = (1, 2)
a, b = n
print(a, b)
a, *b = "xyz"
print(a, b)


class Config:
    size = data
    names = [y * 2 for y in b]
    more = size + 1


print(Config.size, Config.names, Config.more, data)
table = {k: v for k, v in zip("ab", range(2))}
k = [table[c] for c in table]
print(table, k)
shared = 10


def read():
    return shared


shared = 11
print(read(), shared)
counter = 0


def count():
    global counter
    counter += 1


count()
count()
print(counter)
total = 0
for v in (1, 2, 3):
    total += v
print(total, v)
print([total for total in range(3)], total)
match ["one", "two"][0:1]:
    case [w]:
        print(w)
w = "w"
print(w, (lambda: shared)(), (z := 5), z)
z = "five"
print(z)
later = None
for later in ():
    pass
print(later)

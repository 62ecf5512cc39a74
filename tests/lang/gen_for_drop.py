# test: lang
# A loop left by break or return throws its generator away: finally and with parts run at once.


class Manager:
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, kind, value, trace):
        print("exit", value is None)


def numbers(n):
    try:
        for i in range(n):
            yield i
    finally:
        print("finally")


def managed():
    with Manager():
        yield 1
        yield 2


for x in numbers(5):
    if x == 2:
        break
print("after break")


def find(wanted):
    for x in numbers(9):
        for y in managed():
            if x * y == wanted:
                return x, y
    return None


print(find(4), find(100))


def both():
    for x in numbers(3):
        try:
            if x == 1:
                break
        finally:
            print("inner")
    else:
        print("else")
    print("out")


both()
kept = numbers(3)
for x in kept:
    if x == 1:
        break
print("still there", list(kept))


def outer():
    try:
        yield from numbers(4)
    finally:
        print("outer finally")


for x in outer():
    if x == 2:
        break
print("end")


def again(g):
    return g


same = numbers(3)
for x in again(same):
    break
print("not closed", next(same))
same.close()

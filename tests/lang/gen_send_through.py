# test: lang
# What is sent goes through yield from.


def summing():
    total = 0
    while True:
        x = yield total
        if x is None:
            return total
        total += x


def relay(log):
    for i in range(2):
        total = yield from summing()
        log.append(total)
    yield -1


log = []
g = relay(log)
print(next(g), g.send(3), g.send(4), next(g), g.send(10), next(g))
print(log)

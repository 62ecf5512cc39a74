# test: lang
# Generators of several functions in one variable.


def up(n):
    for i in range(n):
        yield i


def down(n):
    while n > 0:
        yield n
        n -= 1


def choose(flag):
    if flag:
        return up(3)
    return (x * 100 for x in down(2))


gens = [up(3), down(3), choose(True), choose(False), (len(w) for w in ["a", "bb"])]
for g in gens:
    print(next(g), list(g), next(g, -1))
merged = []
table = {"up": up, "down": down}
for name in table:
    for x in table[name](2):
        merged.append(x)
print(merged)


def round_robin(iterators):
    while iterators:
        alive = []
        for it in iterators:
            for x in it:
                yield x
                alive.append(it)
                break
        iterators = alive


print(list(round_robin([up(3), down(1), up(2)])))
maybe = up(2) if len(gens) > 3 else None
if maybe is not None:
    print(list(maybe))

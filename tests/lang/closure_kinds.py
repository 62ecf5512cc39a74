# test: lang
# A lambda that captures a variable of several types, handed to library code that keeps it.


def keep(p, xs):
    print(list(filter(lambda y: y == p, xs)))
    return p


def adders(step, out):
    out.append(lambda x: x + step)
    return out


keep(1, [1.5])
keep(1.5, [1.5, 2.5])
keep("b", ["a", "b"])
print(adders(1, [])[0](2), adders(0.5, [])[0](2), adders("z", [])[0]("y"))

# test: lang
# standalone:
# A local variable that was never bound.


def pick(xs):
    for x in xs:
        found = x
    return found


print(pick([1]))
print(pick([]))

# test: lang
# Closures capture variables, not values; comprehensions have a scope of their own; nonlocal through several levels.
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
gs = [lambda i=i: i for i in range(3)]
print([g() for g in gs])
def outer():
    n = 0
    def mid():
        def inner():
            nonlocal n
            n += 1
            return n
        return inner
    a, b = mid(), mid()
    return a(), b(), a(), n
print(outer())
x = "module"
def late():
    def show():
        return x
    x = "late"
    return show()
print(late(), [x for x in range(3)], x)
def counter():
    total = 0
    def add(k, seen=[]):
        nonlocal total
        seen.append(k)
        total += k
        return total, len(seen)
    return add
c, d = counter(), counter()
print(c(1), c(2), d(5), c(3))

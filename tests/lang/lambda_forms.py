# test: lang
# Lambdas: defaults, stars, conditional, nested, in containers, immediately called.

print((lambda: 5)(), (lambda x: x + 1)(2), (lambda x, y=3: x * y)(2), (lambda *a: sum(a))(1, 2, 3))
print((lambda x: "pos" if x > 0 else "neg")(-1), (lambda f, x: f(f(x)))(lambda v: v * 2, 3))
ops = {"inc": lambda x: x + 1, "dec": lambda x: x - 1}
print([ops[k](10) for k in sorted(ops)], sorted([3, -1, 2], key=lambda v: -v), max("a bb".split(), key=lambda w: len(w)))
add = lambda a: lambda b: lambda c: a + b + c
print(add(1)(2)(3))
fs = [(lambda n: lambda: n)(i) for i in range(3)]
print([f() for f in fs])
x = 10
g = lambda: x
x = 20
print(g(), (lambda x: x)(1), x)
print(list(map(lambda p: p[0] * p[1], [(1, 2), (3, 4)])), list(filter(lambda c: c != "b", "abc")))
fact = lambda n: 1 if n < 2 else n * fact(n - 1)
print(fact(10), (lambda **k: sorted(k))(b=1, a=2), (lambda a, /, b, *, c: (a, b, c))(1, b=2, c=3))


def apply(f, *args):
    return f(*args)


print(apply(lambda: 0), apply(lambda a, b: a - b, 5, 3), apply(max, 1, 2) if False else "")

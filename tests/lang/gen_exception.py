# test: lang
# Exceptions leave a generator and end it.


def risky(n):
    for i in range(n):
        if i == 2:
            raise ValueError("at", i) if n > 5 else KeyError(i)
        yield i


out = []
g = risky(4)
try:
    for x in g:
        out.append(x)
except KeyError as e:
    print(out, e)
print(list(g))
try:
    sum(x for x in risky(9))
except ValueError as e:
    print(e)
try:
    list(10 // x for x in [5, 0])
except ZeroDivisionError as e:
    print(e)

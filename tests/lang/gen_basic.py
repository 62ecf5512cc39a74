# test: lang
# Loops over generators, several at once, exhausted ones.


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


for x in count(3):
    print(x)
a = count(3)
b = count(3)
print(next(a), next(a), next(b), next(a), next(b))
print(next(a, -1), next(a, -1), next(b, -1))
print(list(a), list(b), list(count(0)))
print(iter(a) is a)
both = count(2)
for x in both:
    for y in both:
        print(x, y)
for x in count(2):
    pass
else:
    print("else", x)

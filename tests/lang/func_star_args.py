# test: lang
# *args of every length; unpacking at the call; the tuple is a tuple.


def count(*args):
    return len(args)


def first(head, *rest):
    return head if not rest else head + sum(rest)


def show(*args, end="."):
    for i, a in enumerate(args):
        print(i, a, end=" ")
    print(end)


def forward(*args):
    return first(*args)


print(count(), count(1), count("a", "b"), count(*[]), count(*[1, 2], 3, *(4, 5)))
print(first(1), first(1, 2, 3), first(*[5, 6, 7]))
show(1, 2)
show("x", end="!")
show()
print(forward(3, 4), forward(3))
t = (1, 2)
print(count(*t, *t, *t), first(*t, *t))


def same(*args):
    return args


print(same(1, "a", 2.5), same(), type(same(1)).__name__, same(1, 2) == (1, 2))


def nums(*args):
    if not args:
        return 0
    return args[0] + args[-1]


def by_length(*args):
    if len(args) == 2:
        return args[1]
    return -1


print(by_length(), by_length(5), by_length(5, 6))
print(nums(), nums(4), nums(4, 5, 6), nums(*[7, 8]))
print(max(*[3, 1, 2]), min(*(5, 4), 9))
a, *b = same(1, 2, 3)
print(a, b)

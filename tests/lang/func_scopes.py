# test: lang
# Local, global, builtin and shadowed names.

x = "global"
count = 0


def read():
    return x


def local():
    x = "local"
    return x


def write():
    global x, count
    x = "changed"
    count += 1


def parameter(x):
    x = x + "!"
    return x


def late():
    return defined_later


print(read(), local(), x)
write()
write()
print(read(), x, count, parameter(x), x)
defined_later = "ok"
print(late())


def unbound(flag):
    if flag:
        y = 1
    return y


print(unbound(True))
try:
    unbound(False)
except UnboundLocalError as e:
    print("UnboundLocalError:", e)


def early():
    try:
        return str(not_yet)
    except NameError as e:
        return "NameError: " + str(e)


print(early())
not_yet = 5
print(early())
len_ = len


def len(x):
    return "my len"


print(len([1]), len_([1]))
for i in range(3):
    inside = i * 2
print(i, inside)
del inside
try:
    print(inside)
except NameError as e:
    print("NameError:", e)


def generic(max):
    return max + 1


print(generic(4), max(1, 2))

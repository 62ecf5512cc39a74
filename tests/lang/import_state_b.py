import import_state_a as a

own = "b"


def see():
    return a.counter


def change(n):
    global own
    a.counter = n
    own = own + str(n)
    a.items.append(-n)


def name():
    return a.name


def use_hook(x):
    return a.hook(x)

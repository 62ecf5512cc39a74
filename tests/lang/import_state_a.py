counter = 0
items = []
name = "a"


class Thing:
    count = 0

    def __init__(self):
        Thing.count += 1


def hook(x):
    return x


def bump():
    global counter
    counter += 1
    items.append(counter)

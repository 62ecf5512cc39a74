print("helper")
x = [1, 2, 3]


def use(i):
    return x[i]


x[0] = use(5)

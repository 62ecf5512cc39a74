# test: diag
x = 1


def f():
    print(x)
    global x  #! P0001 5: name 'x' is used prior to global declaration
    x = 2


f()

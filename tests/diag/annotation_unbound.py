# test: diag
# CPython evaluates annotations of functions: NameError. Those of local variables it does not.
def f(x: Itn) -> None:  #! N0101 10: name `Itn` is never bound
    y: Nothing = x
    print(y)


f(1)

# test: diag
def area(w, h):
    return w * h


print(area(1))  #! T0204 7: area() is missing the argument `h`

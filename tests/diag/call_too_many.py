# test: diag
def area(w, h):
    return w * h


print(area(1, 2, 3))  #! T0201 7: area() takes 2 positional arguments but 3 were given

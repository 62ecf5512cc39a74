# test: diag
def area(w, *, h):
    return w * h


print(area(2, 3))  #! T0201 7: area() takes 1 positional argument but 2 were given

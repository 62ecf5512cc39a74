# test: diag
def area(w, h=1):
    return w * h


print(area(2, w=3))  #! T0203 7: area() got multiple values for argument `w`

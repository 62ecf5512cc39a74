# test: diag
def area(width, height=1):
    return width * height


print(area(2, heigth=3))  #! T0202 7: area() got an unexpected keyword argument `heigth`  #? T0202 did you mean `height`?

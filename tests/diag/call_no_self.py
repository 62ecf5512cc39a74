# test: diag
class Box:
    def open():
        return 1


print(Box().open())  #! T0201 7: Box.open() takes 0 positional arguments but is called as a method

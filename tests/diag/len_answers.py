# test: diag
# __len__ has to give an int, __bool__ a bool.
class F:
    def __len__(self):
        return 2.0


class N:
    def __bool__(self):
        return 1


class T:
    def __len__(self):
        return True


print(len(T()))
print(len(F()))  #! T0104 7: __len__ should return an int, and returns float
print(not N())  #! T0104 7: __bool__ should return a bool, and returns int
if F():  #! T0104 1: __len__ should return an int, and returns float
    print("yes")

# test: diag
class Box:
    def __init__(self):
        self.value = None


def fill(box, flag):
    box.value = 1.5  #- T0102 17: float comes from here
    if flag:
        box.value = [2]  #! T0102 9: `value` is float on one path and list[int] on another  #- T0102 21: list[int] comes from here
    return box.value


print(fill(Box(), True))
names = {"a": (1, 2)}  #- T0102 15: tuple[int, int] comes from here
names["b"] = "text"  #! T0102 1: the values of this dict are tuple[int, int] in one place and str in another  #- T0102 14: str comes from here
print(names)

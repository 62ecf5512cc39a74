# test: lang
# standalone:
# status: 1
# A name in an annotation that is bound too late: NameError where the function is defined.
print("before")


def later(x: Unborn, y: int) -> int:
    return y


class Unborn:
    pass


print(later(Unborn(), 1))

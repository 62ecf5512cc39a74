# test: lang
# f"text{x}" where a class of the program has a __format__: what has none is shown as by str().
class Z:
    def __format__(self, spec):
        return "Z[" + spec + "]"


class Named:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        return self.name


def maybe(k):
    return Named("it") if k else None


print(f"z{Z()}", f"n{Named('x')}", f"i{12}", f"i{-7}", f"f{2.5}", f"b{True}", f"o{None}", f"s{'t'}", f"l{[1]}")
for k in range(2):
    print(f"m{maybe(k)}", f"u{k if k else k / 2}", f"c{k or 'zero'}")

# test: lang
# standalone:
# Exceptions without arguments, and of a class of one's own in a package module.


class Stop(Exception):
    pass


class Worse(Stop):
    def __str__(self):
        return "worse than " + super().__str__()


def run(n):
    if n == 0:
        raise Worse("bad")
    if n == 1:
        raise Stop


try:
    run(0)
except Stop as e:
    print(e)
run(1)

# test: lang
# A class without __init__ takes no arguments, and says so.
class Pair:
    pass


class Triple(Pair):
    def sides(self):
        return 3


def one():
    try:
        Pair(None)
    except Exception as error:
        print(error)
    try:
        print(Triple(1, 2).sides())
    except TypeError as error:
        print(error)
    try:
        Pair(left=1)
    except TypeError as error:
        print(error)
    print(Triple().sides())


one()

# test: lang
# The error of a missing attribute names the object's own class.
class A:
    pass


class B(A):
    def __init__(self):
        self.b = 2


class C(A):
    pass


class Holder:
    def __init__(self, held):
        self.held = held


for held in (B(), C(), A()):
    holder = Holder(held)
    try:
        print(holder.held.b)
    except AttributeError as error:
        print(error)
    if isinstance(holder.held, C):
        try:
            print(holder.held.b)
        except AttributeError as error:
            print("C", error)

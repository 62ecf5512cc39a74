# test: lang
# round() of what may be None.

class Money:
    def __init__(self, cents):
        self.cents = cents

    def __round__(self, digits=None):
        return (self.cents, digits)


for x in [2.5, None, 3, True, -0.5, 1e17]:
    for digits in (None, 0, 1):
        try:
            print(round(x) if digits is None else round(x, digits))
        except TypeError as error:
            print(error)
print(round(Money(3)), round(Money(4), 1))
for m in [Money(1), None]:
    try:
        print(round(m))
    except TypeError as error:
        print(error)

# test: diag
class Money:
    def __init__(self, cents: int) -> None:
        self.cents = cents

    def __add__(self, other):
        return Money(self.cents + other.cents)

    def __radd__(self, other):
        return self


print(sum([Money(1), Money(2)], Money(0)).cents)
print(sum([Money(1), Money(2)]).cents)  #! T0102 7: this is int on one path and Money on another  #- T0102 7: int comes from here  #- T0102 7: Money comes from here

# test: diag
class Money:
    def __init__(self, cents: int) -> None:
        self.cents = cents

    def __add__(self, other):
        return Money(self.cents + other.cents)


print(sum([Money(1), Money(2)], Money(0)).cents)
print(sum([Money(1), Money(2)]))  #! T0103 7: unsupported operand types for +: `int` and `Money`

# test: lang
# Attributes, methods, __init__ with defaults, __str__ and __repr__.


class Account:
    interest = 0.05

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.log = []

    def deposit(self, amount):
        self.balance += amount
        self.log.append(("deposit", amount))
        return self

    def withdraw(self, amount, fee=1):
        if amount + fee > self.balance:
            raise ValueError(f"{self.owner} lacks {amount + fee - self.balance}")
        self.balance -= amount + fee
        self.log.append(("withdraw", amount))
        return self

    def __repr__(self):
        return f"Account({self.owner!r}, {self.balance})"


a = Account("ann")
b = Account("bob", balance=100)
a.deposit(50).deposit(25).withdraw(5)
print(a, b, [a, b], a.log, b.log, a.interest, Account.interest)
b.withdraw(amount=10, fee=0)
b.balance = b.balance * 2
print(b, b.balance, str(b), f"{b!s} {b.owner:>5}")
try:
    a.withdraw(1000)
except ValueError as e:
    print("ValueError:", e)
print(a is a, a is b, a == a, a == b, a != b, isinstance(a, Account), type(a).__name__, type(b).__name__)
Account.interest = 0.1
print(a.interest, b.interest)

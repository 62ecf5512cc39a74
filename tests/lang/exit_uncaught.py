# test: lang
# standalone:
# An uncaught exception: the traceback of nested calls on standard error, exit status 1.


class Account:
    def __init__(self, balance):
        self.balance = balance

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(f"lacks {amount - self.balance}")
        self.balance -= amount


def pay(accounts, i, amount):
    accounts[i].withdraw(amount)
    return accounts[i].balance


print("before")
accounts = [Account(10), Account(5)]
print(pay(accounts, 0, 3))
print(pay(accounts, 1, 7))
print("not reached")

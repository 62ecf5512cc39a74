# test: lang
# Attributes that hold an int, then a float, a bool or None.


class Account:
    rate = 0
    limit = None

    def __init__(self):
        self.balance = 0
        self.last = None
        self.active = 1

    def add(self, amount):
        self.balance += amount
        self.last = amount

    def show(self):
        print(self.balance, self.last, self.active, self.rate, self.limit)


a, b = Account(), Account()
a.show()
a.add(10)
a.show()
a.add(2.5)
a.show()
b.active = False
b.show()
Account.rate = 0.05
a.rate = 1
Account.limit = 100
a.show()
b.show()
b.limit = 2.5
b.show()
print(a.balance * (1 + b.rate), a.last == 2.5, b.last is None, a.active + b.active)
print([x.balance for x in (a, b)], {x.last for x in (a,)} == {2.5}, (a.limit, b.limit))
a.last = None
print(a.last, [a.last, b.last])

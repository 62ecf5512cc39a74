# test: lang
# One decorator on several methods, properties and classes: each keeps what it wraps.
import functools

LOG = []


def traced(method):
    @functools.wraps(method)
    def wrapper(self, *args):
        LOG.append(method.__name__)
        return method(self, *args)

    return wrapper


def times(n):
    def decorate(method):
        def wrapper(self, amount):
            for _ in range(n):
                method(self, amount)
            return self.balance

        return wrapper

    return decorate


def plain(method):
    def wrapper(self, amount):
        return "<" + method(self, amount) + ">"

    return wrapper


class Account:
    def __init__(self):
        self.balance = 10

    @traced
    def show(self):
        return f"balance {self.balance}"

    @traced
    def owner(self):
        return "nobody"

    @times(2)
    def deposit(self, amount):
        self.balance += amount

    @times(3)
    def withdraw(self, amount):
        self.balance -= amount

    @plain
    def first(self, amount):
        return f"first {amount}"

    @plain
    def second(self, amount):
        return f"second {amount}"

    alias = second


class Savings(Account):
    @traced
    def owner(self):
        return "saver of " + super().owner()

    @plain
    def first(self, amount):
        return "savings " + super().first(amount)


def field(name, default):
    def getter(self):
        return self.values.get(name, default)

    return property(getter)


class Record:
    def __init__(self, **values):
        self.values = values

    width = field("w", 1)
    height = field("h", 2)


class Other:
    @plain
    def first(self, amount):
        return f"other {amount}"


a, s = Account(), Savings()
print(a.show(), a.owner(), a.deposit(5), a.withdraw(1), a.first(1), a.second(2), a.alias(3))
for account in (a, s):
    print(account.owner(), account.first(7), account.second(8), account.deposit(1), account.show())
print(Other().first(1), Account.second(a, 4), LOG)
f, g = a.first, s.second
print(f(1), g(2), [m(0) for m in (a.first, a.second, s.first)])
r = Record(h=20)
print(r.width, r.height)

# test: lang
# Accounts with interest, an audit log by decorators, and a command loop.
import functools


class BankError(Exception):
    code = 1


class Insufficient(BankError):
    code = 2

    def __init__(self, account, amount):
        self.account = account
        self.amount = amount
        super().__init__(f"{account.owner} lacks {amount - account.balance:.2f}")


class Frozen(BankError):
    code = 3


LOG = []


def audited(method):
    @functools.wraps(method)
    def wrapper(self, amount):
        before = self.balance
        try:
            result = method(self, amount)
        except BankError as e:
            LOG.append(f"FAILED {self.owner} {amount}: {e}")
            raise
        else:
            LOG.append(f"{self.owner} {before:.2f} -> {self.balance:.2f}")
            return result
        finally:
            self.operations += 1

    return wrapper


class Account:
    next_number = 100
    rate = 0.0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self.operations = 0
        self.frozen = False
        self.number = Account.next_number
        Account.next_number += 1

    @property
    def balance(self):
        return round(self._balance, 2)

    @audited
    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("deposits are positive")
        self._balance += amount
        return self.balance

    @audited
    def withdraw(self, amount):
        if self.frozen:
            raise Frozen(f"account {self.number} is frozen")
        if amount > self.available():
            raise Insufficient(self, amount)
        self._balance -= amount
        return self.balance

    def available(self):
        return self.balance

    def month_end(self):
        self._balance += self._balance * self.rate / 12

    def __repr__(self):
        return f"<{type(self).__name__} {self.number} {self.owner}: {self.balance:.2f}>"

    def __lt__(self, other):
        return self.balance < other.balance


class Savings(Account):
    rate = 0.05

    def month_end(self):
        super().month_end()
        if self.operations > 2:
            self._balance -= 1


class Credit(Account):
    rate = 0.2

    def __init__(self, owner, limit):
        super().__init__(owner)
        self.limit = limit

    def available(self):
        return self.balance + self.limit

    def month_end(self):
        if self._balance < 0:
            super().month_end()


class Bank:
    def __init__(self):
        self.accounts = {}

    def open(self, account):
        self.accounts[account.owner] = account
        return account

    def transfer(self, source, target, amount):
        a, b = self.accounts[source], self.accounts[target]
        a.withdraw(amount)
        try:
            b.deposit(amount)
        except Exception:
            a._balance += amount
            raise

    def __iter__(self):
        return iter(sorted(self.accounts.values(), reverse=True))

    def total(self):
        return sum(a.balance for a in self)


bank = Bank()
bank.open(Account("ann", 100))
bank.open(Savings("bob", 1000.5))
bank.open(Credit("cid", 300))
commands = [
    ("ann", "bob", 30), ("bob", "cid", 500.25), ("cid", "ann", 900), ("ann", "dan", 1), ("ann", "cid", -5), ("cid", "bob", 790.25)
]
for source, target, amount in commands:
    try:
        bank.transfer(source, target, amount)
    except Insufficient as e:
        print("insufficient:", e, e.account.owner, e.code)
    except BankError as e:
        print("bank:", e, e.code)
    except (KeyError, ValueError) as e:
        print(type(e).__name__, e)
    else:
        print("ok", source, target, amount)
bank.accounts["ann"].frozen = True
try:
    bank.accounts["ann"].withdraw(1)
except BankError as e:
    print(type(e).__name__, e, e.code, isinstance(e, Insufficient))
print(*LOG, sep="\n")
print(list(bank), f"{bank.total():.2f}")
for month in range(3):
    for account in bank:
        account.month_end()
print(*bank, sep="\n")
print([(a.owner, a.operations) for a in bank], Account.withdraw.__name__ if False else "", max(bank).owner, min(bank).owner)

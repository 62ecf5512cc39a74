# test: lang
from abc import ABC, abstractmethod
from collections import defaultdict
from datetime import date


class InsufficientFunds(Exception):
    def __init__(self, needed, available):
        self.needed = needed
        self.available = available
        super().__init__(f"need {needed:.2f}, have {available:.2f}")


class AccountClosed(Exception):
    pass


class Account(ABC):
    _next_id = 1000
    fee = 0.0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self.history = []
        self.closed = False
        self.number = Account._next_id
        Account._next_id += 1

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise ValueError("negative balance")
        self._balance = value

    def _log(self, kind, amount, **details):
        self.history.append((kind, amount, details.get("note", "")))

    def deposit(self, amount, note=""):
        if self.closed:
            raise AccountClosed(self.number)
        if amount <= 0:
            raise ValueError("Deposit must be positive")
        self.balance += amount
        self._log("deposit", amount, note=note)
        return self

    def withdraw(self, amount):
        total = amount + self.fee
        if total > self.limit():
            raise InsufficientFunds(total, self.limit())
        self._balance -= total
        self._log("withdraw", -total)
        return self

    @abstractmethod
    def limit(self):
        ...

    def month_end(self):
        pass

    def __str__(self):
        return f"{type(self).__name__} #{self.number} ({self.owner}): {self.balance:,.2f}"

    def __lt__(self, other):
        return self.balance < other.balance


class Checking(Account):
    fee = 0.5

    def __init__(self, owner, balance=0, overdraft=100):
        super().__init__(owner, balance)
        self.overdraft = overdraft

    def limit(self):
        return self.balance + self.overdraft


class Savings(Account):
    rate = 0.02

    def limit(self):
        return self.balance

    def month_end(self):
        interest = round(self.balance * self.rate / 12, 2)
        if interest:
            self.deposit(interest, note="interest")


class Bank:
    def __init__(self, name):
        self.name = name
        self.accounts = {}
        self.log = defaultdict(list)

    def open(self, cls, owner, *args, **kwargs):
        account = cls(owner, *args, **kwargs)
        self.accounts[account.number] = account
        self.log[owner].append(f"opened {cls.__name__.lower()}")
        return account

    def transfer(self, source, target, amount):
        try:
            self.accounts[source].withdraw(amount)
            self.accounts[target].deposit(amount, "transfer")
        except (InsufficientFunds, ValueError) as e:
            self.log["errors"].append(str(e))
            return False
        else:
            self.log["ok"].append(f"{source}->{target}: {amount}")
            return True
        finally:
            self.log["all"].append("transfer")

    def __iter__(self):
        yield from self.accounts.values()

    def total(self):
        return sum(a.balance for a in self)

    def __contains__(self, number):
        return number in self.accounts


bank = Bank("First")
ann = bank.open(Checking, "Ann", 500, overdraft=50)
bob = bank.open(Savings, "Bob", 1200.5)
cat = bank.open(Checking, "Cat")
ann.deposit(25.5).deposit(10, note="gift").withdraw(100)
print(ann, bob, cat, sep="\n")
print(bank.transfer(1000, 1001, 1e3), bank.transfer(1000, 1001, 300), bank.transfer(1001, 1002, -5))
for account in bank:
    account.month_end()
for account in sorted(bank, reverse=True):
    print(account, len(account.history))
for kind, amount, note in ann.history + bob.history:
    print(f"{kind:<10}|{amount:>+10.2f}|{note:^10}|")
print(f"{bank.total():.2f}", 1000 in bank, 9 in bank)
for key in sorted(bank.log):
    print(key, bank.log[key])
cat.closed = True
for action in [lambda: cat.deposit(5), lambda: ann.withdraw(10 ** 6), lambda: bob.deposit(0), lambda: Account("x"), lambda: bank.accounts[5]]:
    try:
        action()
    except InsufficientFunds as e:
        print("funds:", e, e.needed > e.available)
    except (AccountClosed, KeyError) as e:
        print(type(e).__name__, e)
    except Exception as e:
        print("other:", type(e).__name__, e)
try:
    ann.balance = -1
except ValueError as e:
    print(e)
print(min(bank).owner, max(bank, key=lambda a: len(a.history)).owner)

# test: lang
# A typical program.
"""A bank: accounts, transactions, errors, reports."""
from abc import ABC, abstractmethod
from collections import namedtuple, deque, ChainMap
from functools import total_ordering
from itertools import count, groupby, accumulate
from operator import attrgetter
import copy


class BankError(Exception):
    pass


class InsufficientFunds(BankError):
    def __init__(self, need, have):
        self.need, self.have = need, have
        super().__init__(f"need {need:.2f}, have {have:.2f}")


Transaction = namedtuple("Transaction", "id kind amount note")


@total_ordering
class Account(ABC):
    _ids = count(1001)

    def __init__(self, owner, balance=0.0):
        self.id = next(Account._ids)
        self.owner = owner
        self._balance = balance
        self.log = []
        self.recent = deque(maxlen=2)

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < self.limit():
            raise InsufficientFunds(self._balance - value, self._balance - self.limit())
        self._balance = value

    @abstractmethod
    def limit(self):
        ...

    def _record(self, kind, amount, note=""):
        t = Transaction(len(self.log) + 1, kind, amount, note)
        self.log.append(t)
        self.recent.append(t.kind)

    def deposit(self, amount, note="cash"):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += amount
        self._record("deposit", amount, note)
        return self

    def withdraw(self, amount):
        self.balance -= amount
        self._record("withdraw", -amount)
        return self

    def __eq__(self, other):
        return self.balance == other.balance

    def __lt__(self, other):
        return self.balance < other.balance

    def __hash__(self):
        return hash(self.id)

    def __repr__(self):
        return f"<{type(self).__name__} #{self.id} {self.owner}: {self.balance:,.2f}>"


class Checking(Account):
    overdraft = 100

    def limit(self):
        return -self.overdraft


class Savings(Account):
    rate = 0.025

    def limit(self):
        return 0

    def add_interest(self):
        self.deposit(round(self.balance * self.rate, 2), note="interest")


class Bank:
    def __init__(self):
        self.accounts = {}

    def open(self, cls, owner, balance=0.0):
        acc = cls(owner, balance)
        self.accounts[acc.id] = acc
        return acc

    def transfer(self, a, b, amount):
        backup = a.balance, b.balance
        try:
            a.withdraw(amount)
            b.deposit(amount, note=f"from {a.owner}")
        except BankError as e:
            a._balance, b._balance = backup
            print("transfer failed:", e)
            return False
        else:
            return True
        finally:
            print(f"{a.owner}->{b.owner}: {amount}")

    def __iter__(self):
        return iter(self.accounts.values())

    def __len__(self):
        return len(self.accounts)


bank = Bank()
ann = bank.open(Checking, "Ann", 50)
bob = Savings("Bob", 1000)
bank.accounts[bob.id] = bob
eve = bank.open(Checking, "Eve")
print(bank.transfer(ann, bob, 120.5), bank.transfer(ann, bob, 100), bank.transfer(bob, eve, 10))
bob.add_interest()
ann.deposit(5).deposit(7.25).withdraw(1)
for acc in bank:
    print(acc, list(acc.recent), len(acc.log))
print(max(bank), min(bank), sorted(bank), ann < bob, ann >= eve)
try:
    eve.deposit(-1)
except (BankError, ValueError) as e:
    print(type(e).__name__, e)
try:
    eve.withdraw(1e6)
except InsufficientFunds as e:
    print(e, e.need, e.have)
everything = sorted((t for acc in bank for t in acc.log), key=attrgetter("kind", "amount"))
for kind, group in groupby(everything, key=lambda t: t.kind):
    print(kind, [t.amount for t in group])
print(list(accumulate(t.amount for t in ann.log)), ann.log[0]._replace(note="edited"))
snapshot = copy.copy(ann)
snapshot.owner = "Copy"
print(snapshot.owner, ann.owner, len(bank), {acc.owner: round(acc.balance, 2) for acc in bank})
defaults = {"rate": 0.01, "fee": 2}
custom = {"fee": 0}
settings = ChainMap(custom, defaults)
print(settings["fee"], settings["rate"], sorted(settings))

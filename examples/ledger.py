# test: example examples/data/ledger.csv
"""A bank's ledger: reads transactions from a CSV file, books what is allowed, and reports.

    python3.11 examples/ledger.py transactions.csv [account...]
"""

import sys
from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum
from functools import total_ordering
from operator import attrgetter


class Kind(Enum):
    OPEN = "open"
    DEPOSIT = "deposit"
    WITHDRAW = "withdraw"
    TRANSFER = "transfer"
    INTEREST = "interest"
    CLOSE = "close"

    @property
    def has_amount(self):
        return self not in (Kind.OPEN, Kind.CLOSE)


class LedgerError(Exception):
    """A transaction that is not booked."""


class InsufficientFunds(LedgerError):
    def __init__(self, account, amount):
        super().__init__(f"{account.name} has {account.balance}, {amount} are needed")
        self.missing = amount - account.balance


class UnknownAccount(LedgerError):
    def __str__(self):
        return f"there is no account {self.args[0]!r}"


@total_ordering
class Money:
    """An amount in cents."""

    __slots__ = ("cents",)

    def __init__(self, cents=0):
        self.cents = cents

    @classmethod
    def parse(cls, text):
        whole, point, rest = text.strip().replace("_", "").partition(".")
        if point and len(rest) != 2:
            raise ValueError(f"{text!r} is no amount")
        sign = -1 if whole.startswith("-") else 1
        return cls(int(whole) * 100 + sign * int(rest or "0"))

    def __add__(self, other):
        return Money(self.cents + other.cents)

    def __sub__(self, other):
        return Money(self.cents - other.cents)

    def __neg__(self):
        return Money(-self.cents)

    def __mul__(self, factor):
        return Money(round(self.cents * factor))

    def __eq__(self, other):
        return isinstance(other, Money) and self.cents == other.cents

    def __lt__(self, other):
        return self.cents < other.cents

    def __hash__(self):
        return hash(self.cents)

    def __bool__(self):
        return self.cents != 0

    def __str__(self):
        whole, cents = divmod(abs(self.cents), 100)
        return f"{'-' if self.cents < 0 else ''}{whole:,}.{cents:02}"

    def __format__(self, spec):
        return format(str(self), spec)


@dataclass(frozen=True)
class Transaction:
    line: int
    date: str
    kind: Kind
    account: str
    amount: Money
    other: str = ""

    @classmethod
    def from_row(cls, line, row):
        kind = Kind(row["kind"].strip().lower())
        amount = Money.parse(row["amount"]) if kind.has_amount and kind is not Kind.INTEREST else Money()
        if kind is Kind.INTEREST:
            amount = Money(round(float(row["amount"]) * 1000))
        if amount < Money():
            raise ValueError(f"the amount {amount} is negative")
        return cls(line, row["date"], kind, row["account"], amount, row.get("other", ""))


@dataclass
class Account:
    name: str
    opened: str
    balance: Money = field(default_factory=Money)
    entries: list = field(default_factory=list, repr=False)
    is_open: bool = True

    def book(self, transaction, amount):
        if self.balance + amount < Money():
            raise InsufficientFunds(self, -amount)
        self.balance += amount
        self.entries.append((transaction.date, transaction.kind, amount, self.balance))


class Ledger:
    def __init__(self):
        self.accounts = {}
        self.refused = []
        self._handlers = {
            Kind.OPEN: self._open,
            Kind.DEPOSIT: self._deposit,
            Kind.WITHDRAW: self._withdraw,
            Kind.TRANSFER: self._transfer,
            Kind.INTEREST: self._interest,
            Kind.CLOSE: self._close,
        }

    def __getitem__(self, name):
        try:
            account = self.accounts[name]
        except KeyError:
            raise UnknownAccount(name) from None
        if not account.is_open:
            raise LedgerError(f"{name} is closed")
        return account

    def __iter__(self):
        return iter(sorted(self.accounts.values(), key=attrgetter("name")))

    def __len__(self):
        return len(self.accounts)

    def book(self, transaction):
        self._handlers[transaction.kind](transaction)

    def _open(self, transaction):
        if transaction.account in self.accounts:
            raise LedgerError(f"{transaction.account} exists already")
        self.accounts[transaction.account] = Account(transaction.account, transaction.date)

    def _deposit(self, transaction):
        self[transaction.account].book(transaction, transaction.amount)

    def _withdraw(self, transaction):
        self[transaction.account].book(transaction, -transaction.amount)

    def _transfer(self, transaction):
        source, target = self[transaction.account], self[transaction.other]
        if source is target:
            raise LedgerError("a transfer to the same account")
        source.book(transaction, -transaction.amount)
        target.book(transaction, transaction.amount)

    def _interest(self, transaction):
        account = self[transaction.account]
        account.book(transaction, account.balance * (transaction.amount.cents / 100_000))

    def _close(self, transaction):
        account = self[transaction.account]
        if account.balance:
            raise LedgerError(f"{account.name} still has {account.balance}")
        account.is_open = False

    @property
    def total(self):
        return sum((account.balance for account in self), Money())


def split_row(line):
    """The cells of a line; one in quotation marks may hold commas, and such marks doubled."""
    cells, cell, quoted = [], "", False
    for char in line:
        if char == '"':
            if not quoted and cell.endswith("\0"):
                cell = cell[:-1] + '"'
            elif quoted:
                cell += "\0"
            quoted = not quoted
        elif char == "," and not quoted:
            cells.append(cell.replace("\0", ""))
            cell = ""
        else:
            cell += char
    if quoted:
        raise ValueError("a quotation mark is not closed")
    return [*cells, cell.replace("\0", "")]


def read_rows(file):
    """(line number, {column: cell}) for each row that is neither empty nor a comment."""
    header = split_row(next(file).rstrip("\n"))
    for number, line in enumerate(file, start=2):
        line = line.rstrip("\n")
        if not line or line.startswith("#"):
            continue
        cells = split_row(line)
        if len(cells) > len(header):
            raise ValueError(f"line {number} has {len(cells)} cells, the header has {len(header)}")
        yield number, dict(zip(header, cells))


def read_ledger(path):
    ledger = Ledger()
    with open(path, encoding="utf-8") as file:
        for number, row in read_rows(file):
            try:
                ledger.book(Transaction.from_row(number, row))
            except (LedgerError, ValueError) as error:
                ledger.refused.append((number, error))
    return ledger


def print_account(account):
    print(f"\n{account.name}, since {account.opened}{'' if account.is_open else ', closed'}")
    for date, kind, amount, balance in account.entries:
        print(f"  {date}  {kind.value:<10}{amount:>12}{balance:>14}")


def main():
    if len(sys.argv) < 2:
        sys.exit(f"usage: {sys.argv[0].rsplit('/', 1)[-1]} transactions.csv [account...]")
    try:
        ledger = read_ledger(sys.argv[1])
    except FileNotFoundError as error:
        sys.exit(f"{error.filename} is not there")
    wanted = set(sys.argv[2:])
    for account in ledger:
        if not wanted or account.name in wanted:
            print_account(account)
    print(f"\n{len(ledger)} accounts, {ledger.total} in all")
    for number, error in ledger.refused:
        print(f"line {number}: {type(error).__name__}: {error}")
    missing = [error.missing for _, error in ledger.refused if isinstance(error, InsufficientFunds)]
    print(f"missing: {sum(missing, Money())}, at most {max(missing, default=Money())}")
    volume = defaultdict(Money)
    for account in ledger:
        for _, kind, amount, _ in account.entries:
            volume[kind] += amount if amount > Money() else -amount
    for kind, amount in sorted(volume.items(), key=lambda item: (-item[1].cents, item[0].name)):
        print(f"{kind.name.title():<10}{amount:>14}")


if __name__ == "__main__":
    main()

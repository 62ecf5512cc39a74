# test: lang
from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Callable, Dict, Iterator, List, Optional


class InventoryError(Exception):
    """Base class for problems with the stock."""


class OutOfStock(InventoryError):
    def __init__(self, sku: str, wanted: int, available: int) -> None:
        super().__init__(f"{sku}: wanted {wanted}, only {available} left")
        self.sku = sku
        self.missing = wanted - available


@dataclass(order=True, frozen=True)
class Product:
    price: float
    name: str = field(compare=False)
    sku: str = field(compare=False, repr=False)
    tags: tuple[str, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        if self.price < 0:
            raise ValueError(f"negative price for {self.name}")

    @property
    def label(self) -> str:
        return f"{self.name} [{self.sku}] ${self.price:.2f}"


@dataclass
class Line:
    product: Product
    quantity: int = 1

    @property
    def total(self) -> float:
        return self.product.price * self.quantity


@dataclass
class Order:
    number: int
    customer: str
    lines: List[Line] = field(default_factory=list)
    discount: Optional[Callable[[float], float]] = None
    paid: bool = False

    def add(self, product: Product, quantity: int = 1) -> "Order":
        for line in self.lines:
            if line.product == product and line.product.sku == product.sku:
                line.quantity += quantity
                break
        else:
            self.lines.append(Line(product, quantity))
        return self

    @property
    def total(self) -> float:
        amount = sum(line.total for line in self.lines)
        return self.discount(amount) if self.discount is not None else amount

    def __len__(self) -> int:
        return sum(line.quantity for line in self.lines)

    def __iter__(self) -> Iterator[Line]:
        return iter(self.lines)


class Inventory:
    def __init__(self) -> None:
        self.products: Dict[str, Product] = {}
        self.stock: Dict[str, int] = defaultdict(int)
        self.listeners: List[Callable[[str, int], None]] = []
        self._snapshots: List[Dict[str, int]] = []

    def subscribe(self, listener: Callable[[str, int], None]) -> None:
        self.listeners.append(listener)

    def _notify(self, sku: str) -> None:
        for listener in self.listeners:
            listener(sku, self.stock[sku])

    def receive(self, product: Product, quantity: int) -> None:
        self.products.setdefault(product.sku, product)
        self.stock[product.sku] += quantity
        self._notify(product.sku)

    def remove(self, sku: str, quantity: int) -> None:
        available = self.stock[sku]
        if quantity > available:
            raise OutOfStock(sku, quantity, available)
        self.stock[sku] = available - quantity
        self._notify(sku)

    @contextmanager
    def transaction(self):
        self._snapshots.append(dict(self.stock))
        try:
            yield self
        except InventoryError:
            self.stock.update(self._snapshots.pop())
            print("rolled back")
            raise
        else:
            self._snapshots.pop()
            print("committed")

    def ship(self, order: Order) -> float:
        with self.transaction():
            for line in order:
                self.remove(line.product.sku, line.quantity)
            order.paid = True
        return order.total

    def __getitem__(self, sku: str) -> int:
        return self.stock[sku]

    def __contains__(self, sku: str) -> bool:
        return sku in self.products

    def by_tag(self) -> Dict[str, List[str]]:
        index: Dict[str, List[str]] = defaultdict(list)
        for product in sorted(self.products.values()):
            for tag in product.tags:
                index[tag].append(product.name)
        return dict(index)


def percent(p: float) -> Callable[[float], float]:
    def apply(amount: float) -> float:
        return round(amount * (100 - p) / 100, 2)
    return apply


pen = Product(1.5, "Pen", "P-1", ("office", "small"))
book = Product(12.25, "Book", "B-7", ("paper",))
lamp = Product(30.0, "Lamp", "L-3", tags=("office",))
inventory = Inventory()
low: List[str] = []
inventory.subscribe(lambda sku, n: low.append(f"{sku}={n}") if n < 3 else None)
for product, n in [(pen, 10), (book, 4), (lamp, 1)]:
    inventory.receive(product, n)
order = Order(1, "Ann").add(pen, 3).add(book).add(pen, 2)
print(order)
print(len(order), order.total, order.paid)
print(inventory.ship(order), order.paid, dict(inventory.stock), low)
big = Order(2, "Bob", discount=percent(10)).add(book, 2).add(lamp, 2)
print(f"{big.total:.2f}")
try:
    inventory.ship(big)
except OutOfStock as e:
    print(type(e).__name__, e, e.missing)
print(dict(inventory.stock), big.paid, "L-3" in inventory, inventory["X"])
print(inventory.by_tag())
print(sorted([lamp, pen, book]), max(inventory.products.values()).label)
print(replace(pen, price=2.0))
print(pen == Product(1.5, "Other", "O-1"), pen < book, hash(pen) == hash(Product(1.5, "x", "y")))
for bad in ["price", "frozen"]:
    try:
        if bad == "price":
            Product(-1, "Bad", "X")
        else:
            pen.price = 3
    except ValueError as e:
        print("ValueError:", e)
    except AttributeError as e:
        print(type(e).__name__, e)

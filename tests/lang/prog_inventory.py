# test: lang
# A shop's stock: records from text, sorting by several keys, reports, totals, undo.
from dataclasses import dataclass, field, replace
from operator import attrgetter, itemgetter
from collections import defaultdict
from itertools import groupby

DATA = """\
sku,name,category,quantity,price,tags
A-100,Hammer,tools,12,19.99,steel;hand
A-101,Saw,tools,0,24.50,steel
B-200,Nails (100),hardware,250,3.75,
B-201,Screws (50),hardware,13,4.25,steel;small
C-300,"Paint, white",paint,7,32.00,indoor;outdoor
C-301,Brush,paint,40,5.60,
"""


class StockError(Exception):
    pass


class OutOfStock(StockError):
    def __init__(self, product, wanted):
        self.product = product
        self.wanted = wanted

    def __str__(self):
        return f"only {self.product.quantity} of {self.product.name!r}, not {self.wanted}"


@dataclass(order=True)
class Product:
    sku: str
    name: str = field(compare=False)
    category: str = field(compare=False)
    quantity: int = field(default=0, compare=False)
    price: float = field(default=0.0, compare=False)
    tags: list = field(default_factory=list, compare=False, repr=False)

    @property
    def value(self):
        return round(self.quantity * self.price, 2)

    def __post_init__(self):
        if self.quantity < 0:
            raise ValueError(f"{self.sku}: negative quantity")


def split_csv(line):
    fields, current, quoted = [], "", False
    for c in line:
        if c == '"':
            quoted = not quoted
        elif c == "," and not quoted:
            fields.append(current)
            current = ""
        else:
            current += c
    fields.append(current)
    return fields


def load(text):
    header, *lines = text.strip().split("\n")
    names = header.split(",")
    for line in lines:
        row = dict(zip(names, split_csv(line)))
        yield Product(
            row["sku"], row["name"], row["category"], int(row["quantity"]), float(row["price"]),
            [t for t in row["tags"].split(";") if t])


class Stock:
    def __init__(self, products):
        self.products = {p.sku: p for p in products}
        self.history = []

    def __iter__(self):
        return iter(sorted(self.products.values()))

    def __getitem__(self, sku):
        try:
            return self.products[sku]
        except KeyError:
            raise StockError(f"unknown product {sku}") from None

    def change(self, sku, **changes):
        old = self[sku]
        self.history.append(old)
        self.products[sku] = replace(old, **changes)

    def sell(self, sku, n=1):
        p = self[sku]
        if p.quantity < n:
            raise OutOfStock(p, n)
        self.history.append(p)
        self.products[sku] = replace(p, quantity=p.quantity - n)
        return round(n * p.price, 2)

    def undo(self):
        if not self.history:
            return False
        p = self.history.pop()
        self.products[p.sku] = p
        return True

    def by_category(self):
        groups = defaultdict(list)
        for p in self:
            groups[p.category].append(p)
        return groups

    def report(self):
        print(f"{'SKU':<8}{'Name':<16}{'Qty':>5}{'Price':>10}{'Value':>12}")
        print("-" * 51)
        for category, products in sorted(self.by_category().items()):
            print(f"{category.title()}:")
            for p in products:
                flag = "*" if p.quantity == 0 else " "
                print(f"{flag}{p.sku:<7}{p.name:<16.14}{p.quantity:>5,}{p.price:>10.2f}{p.value:>12,.2f}")
            print(f"{'':-^51}")
        print(f"{'Total':<39}{sum(p.value for p in self):>12,.2f}")


stock = Stock(load(DATA))
stock.report()
print(stock["A-100"])
print(stock["C-300"].tags, stock["B-200"].tags, stock["A-100"] < stock["A-101"])
takings = 0
for sku, n in [("A-100", 2), ("A-101", 1), ("B-201", 13), ("X-1", 1), ("C-301", 41)]:
    try:
        takings += stock.sell(sku, n)
    except OutOfStock as e:
        print("out of stock:", e)
    except StockError as e:
        print("error:", e)
print(f"{takings:.2f}", stock["A-100"].quantity, [p.sku for p in stock if not p.quantity])
print(stock.undo(), stock.undo(), stock.undo(), stock["A-100"].quantity)
stock.change("A-100", quantity=5)
stock.change("C-301", name="Wide brush", quantity=3)
print(stock["C-301"], stock["C-301"].value)
try:
    stock.change("A-100", quantity=-1)
except ValueError as e:
    print(e)
products = list(stock)
print([p.name for p in sorted(products, key=attrgetter("category", "name"))])
print([p.name for p in sorted(products, key=lambda p: (-p.value, p.name))])
tags = defaultdict(set)
for p in products:
    for tag in p.tags or ["none"]:
        tags[tag].add(p.sku)
print({t: sorted(s) for t, s in sorted(tags.items())})
for dear, group in groupby(sorted(products, key=attrgetter("price")), key=lambda p: p.price > 20):
    print("dear" if dear else "cheap", [p.sku for p in group])
totals = {}
for p in products:
    n, v = totals.get(p.category, (0, 0.0))
    totals[p.category] = n + p.quantity, v + p.value
for category, (n, v) in sorted(totals.items(), key=itemgetter(1), reverse=True):
    print(f"{category:>10}: {n:4d} pieces, {v:9.2f}")
print(products[0] == replace(products[0], name="other"))

# test: lang
"""Log analysis with generator pipelines."""
import itertools
from collections import Counter, namedtuple
from functools import reduce, partial

LOG = """\
2024-01-01 10:00:01 INFO auth user=ann action=login
2024-01-01 10:00:05 WARN db slow query=12.5
2024-01-01 10:01:11 ERROR auth user=bob action=login reason=password
2024-01-01 10:02:00 INFO web path=/index status=200 time=0.12
2024-01-01 10:02:03 INFO web path=/login status=302 time=0.05
garbage line
2024-01-01 10:02:09 ERROR web path=/admin status=500 time=1.75
2024-01-01 10:03:00 INFO auth user=ann action=logout
"""

Entry = namedtuple("Entry", "date time level source fields")


def lines(text):
    for number, line in enumerate(text.splitlines(), start=1):
        line = line.strip()
        if line:
            yield number, line


def parse(numbered, on_error=None):
    for number, line in numbered:
        try:
            date, time, level, source, *rest = line.split()
            fields = dict(item.split("=", 1) for item in rest if "=" in item)
            yield Entry(date, time, level, source, fields)
        except ValueError as e:
            if on_error:
                on_error(number, line, e)


def where(entries, **conditions):
    for entry in entries:
        if all(getattr_entry(entry, k) == v for k, v in conditions.items()):
            yield entry


def getattr_entry(entry, name):
    if name == "level":
        return entry.level
    if name == "source":
        return entry.source
    return entry.fields.get(name)


def take(n, iterable):
    return list(itertools.islice(iterable, n))


def running(op, values, start=0):
    total = start
    for v in values:
        total = op(total, v)
        yield total


errors = []
entries = list(parse(lines(LOG), lambda n, line, e: errors.append((n, str(e)))))
print(len(entries), errors)
print(Counter(e.level for e in entries).most_common())
print([e.time for e in where(entries, level="ERROR")])
print([e.fields["path"] for e in where(entries, source="web", level="INFO")])
by_source = itertools.groupby(sorted(entries, key=lambda e: e.source), key=lambda e: e.source)
for source, group in by_source:
    group = list(group)
    print(f"{source:<5} {len(group)} {sorted({k for e in group for k in e.fields})}")
times = [float(e.fields["time"]) for e in entries if "time" in e.fields]
print([round(t, 2) for t in running(lambda a, b: a + b, times)])
print(reduce(lambda a, b: a if a > b else b, times), sum(times) / len(times))
print(take(5, itertools.count(10, 5)), take(3, (x * x for x in itertools.count())))
print(entries[0]._replace(level="DEBUG"))


def chunks(seq, size):
    it = iter(seq)
    while chunk := tuple(itertools.islice(it, size)):
        yield chunk


def flatten(nested):
    for item in nested:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


def primes():
    found = []
    for n in itertools.count(2):
        if all(n % p for p in itertools.takewhile(lambda p: p * p <= n, found)):
            found.append(n)
            yield n


print(list(chunks(range(7), 3)), list(chunks("abcdefgh", 4)))
print(take(10, primes()), next(p for p in primes() if p > 100))
square_all = partial(map, lambda x: x ** 2)
print(list(square_all([1, 2, 3])), list(itertools.accumulate([3, 1, 2], max)))


def averager():
    total = 0.0
    count = 0
    average = None
    while True:
        value = yield average
        if value is None:
            return count
        total += value
        count += 1
        average = total / count


avg = averager()
next(avg)
print([avg.send(v) for v in (10, 20, 60)])
try:
    avg.send(None)
except StopIteration as stop:
    print("count", stop.value)
pairs = list(itertools.combinations("abc", 2))
print(pairs, ["".join(p) for p in itertools.product("01", repeat=2)], list(zip(*pairs)))
evens, odds = itertools.tee(range(10))
print([x for x in evens if x % 2 == 0], list(filter(lambda x: x % 2, odds)))
print(max(entries, key=lambda e: len(e.fields)).fields, min(e.time for e in entries))

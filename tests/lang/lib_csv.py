# test: lang
# csv: reading and writing rows and dicts, over files and lists of lines.
import csv
import io
import os
import sys

LINES = ["name,qty,price\n", 'pen,10,1.50\n', '"lamp, big",1,"30"\n', '"say ""hi""",,\n', "\n", "a b , c ,d\n", '"two\n', 'lines",2,3\n', "last,1,2"]
for row in csv.reader(LINES):
    print(len(row), row)
r = csv.reader(["x;y", "'a;b';c"], delimiter=";", quotechar="'")
print(next(r), next(r), r.line_num, next(r, None))
print(list(csv.reader(["a\tb", "c\t\t"], "excel-tab")), list(csv.reader(["a, b,  c"], skipinitialspace=True)), list(csv.reader([])))
print(list(csv.reader(["a\\,b,c", "d"], escapechar="\\")), list(csv.reader(['a"b,"c"d'])), list(csv.reader(["'x',\"y\""], quoting=csv.QUOTE_NONE)))
out = io.StringIO()
w = csv.writer(out)
print(w.writerow(["a", "b c", "d,e", 'f"g', "h\ni"]), w.writerow((1, 2.5, None, True, "x")), w.writerow([]), w.writerow([""]), w.writerow([1, 2, 3]))
w.writerows([("k", 1), ("l", 2)])
print(repr(out.getvalue()))
for quoting in (csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_MINIMAL):
    out = io.StringIO()
    csv.writer(out, quoting=quoting, delimiter="|", lineterminator="\n").writerows([("a|b", 1, 2.5), ("c", -3, 0.1)])
    print(out.getvalue(), end="")
csv.writer(sys.stdout, lineterminator="\n").writerow(["to", "stdout", 3 * "x"])
csv.writer(sys.stdout, "unix").writerow((1, "two"))
try:
    csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(["a,b"])
except csv.Error as e:
    print("Error:", e)
csv.writer(sys.stdout, quoting=csv.QUOTE_NONE, escapechar="\\", lineterminator="\n").writerow(["a,b", 'c"d'])

for record in csv.DictReader(LINES[:4]):
    price = float(record["price"] or "0")
    print(record["name"].upper(), int(record["qty"] or "0") * price, dict(record))
reader = csv.DictReader(["1,2", "3"], fieldnames=["x", "y"])
print([row for row in reader], reader.fieldnames, reader.line_num)
out = io.StringIO()
dw = csv.DictWriter(out, ["id", "score"], restval="-", lineterminator="\n")
dw.writeheader()
dw.writerow({"id": 7, "score": 3})
dw.writerows([{"score": 4, "id": 8}, {"id": 9}])
print(out.getvalue(), end="")
try:
    dw.writerow({"id": 1, "other": 2})
except ValueError as e:
    print("ValueError:", e)

path = "/tmp/weft_lib_csv_%d.csv" % os.getpid()
with open(path, "w", newline="") as f:
    w = csv.writer(f)
    w.writerow(["city", "people"])
    w.writerows([("Oslo", 700000), ("São Paulo", 12300000), ('"Q"', 1)])
with open(path, newline="") as f:
    rows = list(csv.reader(f))
print(rows, sum(int(n) for _, n in rows[1:]))
with open(path) as f:
    header, *rest = csv.reader(f)
    print(header, len(rest))
with open(path, newline="") as f:
    people = {row["city"]: int(row["people"]) for row in csv.DictReader(f)}
print(people, sorted(people, key=people.get))
os.remove(path)
totals = {}
for region, amount in csv.reader("north,5\nsouth,7\nnorth,1\n".splitlines()):
    totals[region] = totals.get(region, 0) + int(amount)
print(totals)

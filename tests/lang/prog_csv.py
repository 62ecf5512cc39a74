# test: lang
# A typical program.
"""CSV by hand: parse, group, aggregate, report."""
from dataclasses import dataclass, field
from collections import defaultdict

DATA = '''id,name,dept,salary,start
1,"Smith, Ann",eng,5200.50,2019-03-01
2,Bob,ops,3100,2020-11-15
3,"Eve ""E"" Stone",eng,6100.25,2018-01-07
4,Dan,,2800,2021-06-30
5,Zoe,ops,n/a,2022-02-02
'''


class ParseError(ValueError):
    def __init__(self, line, message):
        super().__init__(f"line {line}: {message}")
        self.line = line


def parse_row(line):
    fields, cur, quoted, i = [], "", False, 0
    while i < len(line):
        ch = line[i]
        if quoted:
            if ch == '"' and line[i + 1 : i + 2] == '"':
                cur += '"'
                i += 1
            elif ch == '"':
                quoted = False
            else:
                cur += ch
        elif ch == '"':
            quoted = True
        elif ch == ",":
            fields.append(cur)
            cur = ""
        else:
            cur += ch
        i += 1
    fields.append(cur)
    return fields


@dataclass(order=True)
class Employee:
    salary: float
    id: int = field(compare=False)
    name: str = field(compare=False)
    dept: str = field(default="?", compare=False)
    start: tuple = field(default=(0, 0, 0), compare=False)

    @classmethod
    def from_row(cls, header, row, number):
        record = dict(zip(header, row))
        try:
            salary = float(record["salary"])
        except ValueError as e:
            raise ParseError(number, f"bad salary {record['salary']!r}") from e
        y, m, d = (int(part) for part in record["start"].split("-"))
        return cls(salary, int(record["id"]), record["name"], record["dept"] or "none", (y, m, d))

    @property
    def first_name(self):
        return self.name.split(",")[-1].strip().split()[0]


def load(text):
    lines = text.splitlines()
    header = parse_row(lines[0])
    people, errors = [], []
    for number, line in enumerate(lines[1:], 2):
        try:
            people.append(Employee.from_row(header, parse_row(line), number))
        except ParseError as e:
            errors.append(e)
    return people, errors


people, errors = load(DATA)
groups = defaultdict(list)
for p in people:
    groups[p.dept].append(p)
print(f"{'Dept':<6}{'N':>3}{'Total':>12}{'Avg':>10}")
print("-" * 31)
for dept, members in sorted(groups.items()):
    total = sum(p.salary for p in members)
    print(f"{dept:<6}{len(members):>3}{total:>12,.2f}{total / len(members):>10.1f}")
for e in errors:
    print("error:", e, "|", type(e.__cause__).__name__, e.line)
print(max(people).name, min(people).name, [p.first_name for p in sorted(people)])
print(sorted(people, key=lambda p: p.start)[0])
print("; ".join("%d-%02d-%02d" % p.start for p in people))
raise_by = {p.id: round(p.salary * 1.05, 2) for p in people}
print(raise_by)

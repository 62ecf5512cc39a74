# test: lang
# re in programs: a tokenizer by named groups, a log analyser, a template engine, words and numbers.
import re
from collections import Counter, namedtuple
from re import IGNORECASE, findall

Token = namedtuple("Token", "kind value line column")
SPEC = [
    ("NUMBER", r"\d+(\.\d*)?"),
    ("ASSIGN", r":="),
    ("END", r";"),
    ("ID", r"[A-Za-z]+"),
    ("OP", r"[+\-*/]"),
    ("NEWLINE", r"\n"),
    ("SKIP", r"[ \t]+"),
    ("MISMATCH", r"."),
]
KEYWORDS = {"IF", "THEN", "ENDIF"}


def tokenize(code):
    regex = "|".join("(?P<%s>%s)" % pair for pair in SPEC)
    line = 1
    start = 0
    for mo in re.finditer(regex, code):
        kind = mo.lastgroup
        value = mo.group()
        column = mo.start() - start
        if kind == "ID" and value in KEYWORDS:
            kind = value
        elif kind == "NEWLINE":
            start = mo.end()
            line += 1
            continue
        elif kind == "SKIP":
            continue
        elif kind == "MISMATCH":
            raise RuntimeError(f"{value!r} unexpected on line {line}")
        yield Token(kind, value, line, column)


for token in tokenize("IF q THEN\n  total := total + 3.5 * tax;\nENDIF;\n"):
    print(token.kind, token.value, token.line, token.column, sep="|", end=" ")
print()
try:
    list(tokenize("a ? b"))
except RuntimeError as e:
    print(e)

LOG = """\
127.0.0.1 - [10/Oct/2000:13:55:36] "GET /a.html HTTP/1.0" 200 2326
10.0.0.7 - [10/Oct/2000:13:55:37] "POST /form HTTP/1.1" 404 -
broken
127.0.0.1 - [10/Oct/2000:13:55:40] "GET /a.html HTTP/1.0" 304 0
"""
ENTRY = re.compile(r'^(?P<ip>[\d.]+) - \[(?P<time>[^\]]+)\] "(?P<verb>[A-Z]+) (?P<path>\S+)[^"]*" (?P<code>\d{3}) (?P<size>\d+|-)$')
hits = Counter()
size = 0
for number, text in enumerate(LOG.splitlines(), 1):
    entry = ENTRY.match(text)
    if entry is None:
        print("line", number, "is broken")
        continue
    hits[entry["path"]] += 1
    if entry.group("size") != "-":
        size += int(entry.group("size"))
    verb, code = entry.group("verb", "code")
    print(verb, int(code), entry["ip"], entry.group("time").split(":")[0])
print(hits.most_common(), size)


def render(template, values):
    def fill(m):
        name, _, how = m.group(1).partition("|")
        value = str(values.get(name.strip(), "?"))
        return value.upper() if how.strip() == "upper" else value

    return re.sub(r"\{\{(.*?)\}\}", fill, template)


print(render("Dear {{ name }}, you owe {{amount}} {{ currency | upper }}{{x}}.", {"name": "Ann", "amount": "5", "currency": "eur"}))
camel = re.compile(r"(?<!^)(?=[A-Z])")
print(camel.sub("_", "someCamelCaseName").lower(), re.sub(r"_(\w)", lambda m: m.group(1).upper(), "snake_case_name"))
print(re.sub(r"(\d)(?=(\d{3})+$)", r"\1,", "1234567"), re.sub(r"(?P<a>\w+)@(?P<b>\w+)", r"\g<b> at \g<a>", "me@home"))
print(findall(r"[aeiou]", "Regular Expressions", IGNORECASE), [w for w in re.split(r"\W+", "One, two; three.") if w])
ROMAN = re.compile(r"^M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$")
print([bool(ROMAN.match(s)) for s in ("MCMXCIV", "IIII", "XLII", "")], ROMAN.fullmatch("XLII").groups())
rules = [(re.compile(p), r) for p, r in [(r"(.*)ies$", r"\1y"), (r"(.*)s$", r"\1")]]
for word in ["ponies", "cats", "sheep"]:
    for pattern, replacement in rules:
        if pattern.search(word):
            word = pattern.sub(replacement, word)
            break
    print(word, end=" ")
print()
patterns = {"int": re.compile(r"[+-]?\d+"), "float": re.compile(r"[+-]?\d*\.\d+"), "pair": re.compile(r"(\w)(\w)")}
for text in ["12", "-3.5", "ab", "?"]:
    print(text, [name for name, p in patterns.items() if p.fullmatch(text)])
pos = 0
scanner = re.compile(r"\s*(\d+|\S)")
source = "12 + (3*45)"
found = []
while pos < len(source):
    m = scanner.match(source, pos)
    found.append(m.group(1))
    pos = m.end()
print(found, re.I | re.M, re.compile("x", re.S).flags)
if (m := re.search(r"v(\d+)\.(\d+)", "release v3.11 final")) and int(m[1]) >= 3:
    major, minor = (int(x) for x in m.groups())
    print(major, minor, m)

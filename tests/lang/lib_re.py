# test: lang
# re: the functions, matches and patterns of every day.
import re

m = re.match(r"(?P<first>\w+) (?P<last>\w+)(?: \((\d+)\))?", "Ada Lovelace (36), mathematician")
print(m, m.group(), m.group(0), m.group(1, 2), m.group("last"), m["first"], m[3], m.groups(), m.groupdict())
print(m.start(), m.end(), m.span(), m.span(2), m.start("last"), m.lastindex, m.lastgroup, m.pos, m.endpos, m.string[:3])
n = re.match(r"(?P<first>\w+) (?P<last>\w+)(?: \((\d+)\))?", "Ada Lovelace, mathematician")
print(n.groups(), n.groups("none"), n.group(3), n[3], n.span(3), n.expand(r"\2, \g<first>!"), n.re.groups)
print(re.match("b", "abc"), re.search("b", "abc").span(), re.fullmatch("a.c", "abc"), re.fullmatch("a.", "abc"))
print(re.findall(r"\d+", "a1b22c333"), re.findall(r"(\w)=(\d)", "a=1 b=2"), re.findall(r"<(\w+)>", "<a><b>"), re.findall("x*", "axxb"))
print(re.sub(r"\s+", " ", "a   b \t c"), re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub("a", "b", "aaaa", 2))
print(re.sub(r"\d+", lambda m: str(int(m.group()) * 2), "3 apples, 10 pears"), re.subn("o", "0", "foo boo"))
print(re.split(r"[,;]\s*", "a, b;c"), re.split(r"(-)", "1-2-3"), re.split(r"\s", "a b c", 1), re.split("x*", "axb"))
for w in re.finditer(r"\b[a-z]{4}\b", "this is some text with four word ones", re.I):
    print(w.group(), w.start(), end="; ")
print()
p = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
for text in ["2024-01-31", "on 1999-12-31 and 2000-01-01", "none"]:
    found = p.search(text)
    if found is not None:
        year, month, day = map(int, found.groups())
        print(year, month, day, p.findall(text), p.sub(r"\3.\2.\1", text))
    else:
        print("no date in", text)
print(p, p.pattern, p.groups, p.flags, re.compile("a(?P<x>b)", re.I | re.M), dict(re.compile("a(?P<x>b)").groupindex))
print(p.match("2024-01-31", 1), p.match("x2024-01-31", 1).span(), p.search("2024-01-31", 0, 5), p.fullmatch("2024-01-31").end())
print(re.escape("a.b*c [x] é_1-2"), re.match(re.escape("1+1=2?"), "1+1=2?").group())
for bad in ["(", "a)", "*a", "a**", "[a", "a{2,1}", r"\q", "(?P<n>a)(?P<n>b)", "(?Pn)", r"\1", "[z-a]", "(?<=a+)b", "a\\", "(?:a", "(?i", "x(?i)"]:
    try:
        re.compile(bad)
        print("fine", bad)
    except re.error as e:
        print(repr(bad), "->", e, "|", e.msg, e.pos)
try:
    re.sub("a", r"\2", "a")
except re.error as e:
    print(e)
try:
    m.group(9)
except IndexError as e:
    print(e)
email = re.compile(r"""
    ^(?P<user>[\w.+-]+)   # who
    @
    (?P<host>[\w-]+(?:\.[\w-]+)+)$
""", re.VERBOSE)
for address in ["joe.b+x@example.co.uk", "@nobody", "a@b"]:
    found = email.match(address)
    print(address, found.groupdict() if found else None)
tokens = re.compile(r"\s*(?:(\d+\.?\d*)|([a-z_]\w*)|(.))", re.I)
print([(n, w, o) for n, w, o in tokens.findall("x1 = 3.14*(y+2)")])
print(re.findall(r"^\w+$", "one\ntwo words\nthree", re.M), re.findall(".+", "a\nb"), re.findall("(?s).+", "a\nb"))
print(bool(re.search("(?i)HELLO", "say hello")), re.sub("(?m)^", "> ", "a\nb"), re.match(r"(a)|(b)", "b").groups())
words = "the cat the dog".split()
pattern = "|".join(sorted(set(words)))
print(re.findall(pattern, "the dog and the cat"), re.match("(?:" + pattern + ") (dog|cat)", "the cat").group(1))
names = {}
for line in ["a = 1", "b=2", "# no", "long_name   =  three"]:
    hit = re.match(r"^\s*([A-Za-z_]+)\s*=\s*(.*?)\s*$", line)
    if not hit:
        continue
    key, value = hit.groups()
    names[key] = value
print(names, sorted(names), {k: v.upper() for k, v in names.items()})

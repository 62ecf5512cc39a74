# test: lang
# Reports from lines of text: columns aligned, wrapping, counting words, histograms, a table of contents.
import string
from collections import Counter, defaultdict
from itertools import groupby

TEXT = """\
The quick brown fox jumps over the lazy dog. The dog sleeps;
the fox does not. "Why," asked the dog, "do you jump?"
Because I can -- said the fox, and jumped again!

It was a dark and stormy night; the rain fell in torrents, except at
occasional intervals, when it was checked by a violent gust of wind.
"""


def words_of(text):
    for raw in text.split():
        word = raw.strip(string.punctuation).lower()
        if word:
            yield word


def wrap(text, width):
    line, lines = [], []
    length = 0
    for word in text.split():
        if line and length + 1 + len(word) > width:
            lines.append(" ".join(line))
            line, length = [], 0
        length += len(word) + bool(line)
        line.append(word)
    if line:
        lines.append(" ".join(line))
    return lines


def justify(line, width):
    words = line.split()
    if len(words) == 1:
        return line.ljust(width)
    gaps = len(words) - 1
    spaces = width - sum(map(len, words))
    each, extra = divmod(spaces, gaps)
    out = ""
    for i, word in enumerate(words[:-1]):
        out += word + " " * (each + (i < extra))
    return out + words[-1]


def table(rows, headers, align=None):
    align = align or "<" * len(headers)
    cells = [[str(c) for c in row] for row in [headers, *rows]]
    widths = [max(len(row[i]) for row in cells) for i in range(len(headers))]
    rule = "+" + "+".join("-" * (w + 2) for w in widths) + "+"
    yield rule
    for n, row in enumerate(cells):
        yield "|" + "|".join(f" {c:{a}{w}} " for c, a, w in zip(row, align, widths)) + "|"
        if n == 0:
            yield rule
    yield rule


counts = Counter(words_of(TEXT))
print(counts.most_common(5), len(counts), sum(counts.values()))
rows = [(w, str(n), f"{n / sum(counts.values()):.1%}") for w, n in counts.most_common(4)]
print(*table(rows, ("word", "n", "share"), "<>>"), sep="\n")
for width in (20, 33):
    for line in wrap(TEXT, width)[:5]:
        print(f"|{justify(line, width)}|")
by_length = defaultdict(set)
for word in counts:
    by_length[len(word)].add(word)
for length, group in sorted(by_length.items()):
    print(f"{length:>2} {'#' * len(group)} {', '.join(sorted(group)[:3])}")
letters = Counter(c for c in TEXT.lower() if c.isalpha())
top = max(letters.values())
for letter, n in sorted(letters.items(), key=lambda item: (-item[1], item[0]))[:6]:
    print(f"{letter} {'*' * round(20 * n / top):<20} {n:3d}")
for first, group in groupby(sorted(counts), key=lambda w: w[0]):
    words = list(group)
    if len(words) > 3:
        print(first.upper(), len(words), " ".join(words))
paragraphs = TEXT.split("\n\n")
print(len(paragraphs), [len(p.split()) for p in paragraphs], [p.count("\n") for p in paragraphs])
print(TEXT.replace("the", "THE", 2).splitlines()[1], TEXT.title().split()[:4], TEXT[:9][::-1])
table_of_contents = [("Introduction", 1), ("A longer chapter title", 12), ("End", 123)]
for title, page in table_of_contents:
    print(f"{title} {'.' * (34 - len(title) - len(str(page)))} {page}")
caesar = str.maketrans(string.ascii_lowercase, string.ascii_lowercase[3:] + string.ascii_lowercase[:3])
secret = TEXT.splitlines()[0].lower().translate(caesar)
print(secret, "".join(chr((ord(c) - 97 - 3) % 26 + 97) if c.islower() else c for c in secret), sep="\n")
vowels = sum(TEXT.lower().count(v) for v in "aeiou")
print(vowels, f"{vowels / len(TEXT):.3f}", min(counts, key=len), max(counts, key=lambda w: (len(w), w)))
palindromes = [w for w in ["level", "word", "Anna", "x"] if w.lower() == w.lower()[::-1]]
print(palindromes, " | ".join(f"{w:^9}" for w in palindromes))

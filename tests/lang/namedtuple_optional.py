# test: lang
# Named tuples that may be None, in attributes, nested, returned from functions.
from collections import namedtuple

Pos = namedtuple("Pos", "line column")
Span = namedtuple("Span", "start end")


def find(text, what):
    for number, line in enumerate(text):
        at = line.find(what)
        if at >= 0:
            return Pos(number, at)
    return None


text = ["abc", "def", "xyz"]
found = find(text, "ef")
print(found, find(text, "q"), found.line, found == Pos(1, 1), found is None)
if found:
    line, column = found
    print(line, column)
span = Span(Pos(0, 1), Pos(2, 3))
(a, b), end = span
print(a, b, end, span.start.line, span[1][1], span)
print(span._replace(end=Pos(9, 9)), span == ((0, 1), (2, 3)))


class Token:
    def __init__(self, text, pos=None):
        self.text = text
        self.pos = pos


tokens = [Token("a", Pos(1, 2)), Token("b")]
for t in tokens:
    print(t.text, str(t.pos.line) if t.pos is not None else "nowhere")

# The syntax of regular expressions: a text becomes a tree of nodes, sets of characters become tables.
from weft.lowlevel import byte_get, byte_set, new_str
from weft.core.text import char_at, char_str
from weft.core.unicode import digit_value, is_space

A = 256
I = 2
L = 4
M = 8
S = 16
U = 32
X = 64

NO_LIMIT = 4294967295

# Kinds of nodes. What they use: value, low, high, items.
EMPTY = 0
CHAR = 1  # value: code
ANY = 2
SET = 3  # set
AT = 4  # value: which place
SEQUENCE = 5  # items
CHOICE = 6  # items
REPEAT = 7  # low, high, value: how; items
GROUP = 8  # value: number, 0: not counted; items
REFERENCE = 9  # value: number
LOOK = 10  # value: +-1 ahead, +-2 behind, negative: must not; items
ATOMIC = 11  # items
IF_GROUP = 12  # value: number; items: yes and no

GREEDY = 0
LAZY = 1
POSSESSIVE = 2

# Places.
AT_START = 0
AT_LINE_START = 1
AT_END = 2  # or before a line end there
AT_LINE_END = 3
AT_VERY_END = 4
AT_BOUNDARY = 5
AT_NO_BOUNDARY = 6

# Categories in sets.
DIGIT = 1
SPACE = 2
WORD = 4
NO_DIGIT = 8
NO_SPACE = 16
NO_WORD = 32


class error(Exception):
    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = None
        self.colno = None
        if pattern is not None and pos is not None:
            msg = msg + " at position " + str(pos)
            self.lineno = pattern.count("\n", 0, pos) + 1
            self.colno = pos - pattern.rfind("\n", 0, pos)
            if "\n" in pattern:
                msg = msg + " (line " + str(self.lineno) + ", column " + str(self.colno) + ")"
        super().__init__(msg)


error.__module__ = "re"


def is_word(c: int, is_ascii: bool) -> bool:
    if c < 128:
        return 97 <= c <= 122 or 65 <= c <= 90 or 48 <= c <= 57 or c == 95
    return not is_ascii and char_str(c).isalnum()


def _in_category(c: int, category: int, is_ascii: bool) -> bool:
    if category == DIGIT:
        return 48 <= c <= 57 or (c > 127 and not is_ascii and digit_value(c) < 10 and char_str(c).isdecimal())
    if category == SPACE:
        return 9 <= c <= 13 or c == 32 or (not is_ascii and is_space(c))
    return is_word(c, is_ascii)


class CharSet:
    def __init__(self, is_ascii: bool, ignores_case: bool) -> None:
        self.ranges: list[int] = []  # first, last
        self.categories = 0
        self.negated = False
        self.is_ascii = is_ascii
        self.ignores_case = ignores_case
        self.known: str = new_str(256, 0)  # of characters below 256: 0 not known yet, 1 no, 2 yes

    def add(self, first: int, last: int) -> None:
        self.ranges.append(first)
        self.ranges.append(last)

    def _has_plain(self, c: int) -> bool:
        ranges = self.ranges
        i = 0
        while i < len(ranges):
            if ranges[i] <= c <= ranges[i + 1]:
                return True
            i += 2
        if self.categories != 0:
            for category in (DIGIT, SPACE, WORD):
                if self.categories & category and _in_category(c, category, self.is_ascii):
                    return True
                if self.categories & (category * 8) and not _in_category(c, category, self.is_ascii):
                    return True
        return False

    def _find(self, c: int) -> bool:
        if self._has_plain(c):
            return not self.negated
        if self.ignores_case and (not self.is_ascii or c < 128):
            for other in case_variants(c):
                if self._has_plain(other):
                    return not self.negated
        return self.negated

    def has(self, c: int) -> bool:
        if c > 255:
            return self._find(c)
        known = byte_get(self.known, c)
        if known == 0:
            known = 2 if self._find(c) else 1
            byte_set(self.known, c, known)
        return known == 2


def case_variants(c: int) -> list[int]:
    # The characters that are equal to this one if case is ignored.
    found: list[int] = []
    text = char_str(c)
    for other in (text.lower(), text.upper(), text.upper().lower()):
        if len(other) == 1 and other != text:
            found.append(ord(other))
    return found


class Node:
    def __init__(self, kind: int, value: int = 0) -> None:
        self.kind = kind
        self.value = value
        self.low = 0
        self.high = 0
        self.flags = 0
        self.items: list[Node] = []
        self.set: CharSet | None = None

    def width(self) -> tuple[int, int]:
        # The least and the most characters that it takes.
        kind = self.kind
        if kind == CHAR or kind == ANY or kind == SET:
            return 1, 1
        if kind == REFERENCE:
            return 0, NO_LIMIT
        if kind in (EMPTY, AT, LOOK):
            return 0, 0
        if kind == CHOICE or kind == IF_GROUP:
            low, high = self.items[0].width()
            for item in self.items[1:]:
                least, most = item.width()
                low = min(low, least)
                high = max(high, most)
            return low, high
        low = high = 0
        for item in self.items:
            least, most = item.width()
            low += least
            high += most
        if kind == REPEAT:
            low *= self.low
            high *= self.high
        return min(low, NO_LIMIT), min(high, NO_LIMIT)


_FLAG_LETTERS = {"i": I, "L": L, "m": M, "s": S, "x": X, "a": A, "u": U}
_ESCAPES = {"a": 7, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11, "\\": 92}
_CATEGORIES = {"d": DIGIT, "D": NO_DIGIT, "s": SPACE, "S": NO_SPACE, "w": WORD, "W": NO_WORD}


class Parser:
    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags
        self.at = 0
        self.groups = 0
        self.names: dict[str, int] = {}
        self.open: list[int] = []
        self.widths: list[tuple[int, int]] = [(0, 0)]

    def fail(self, message: str, at: int) -> None:
        raise error(message, self.pattern, at)

    def peek(self) -> str:
        return self.pattern[self.at] if self.at < len(self.pattern) else ""

    def accept(self, text: str) -> bool:
        if self.pattern.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    def parse(self) -> Node:
        node = self.choice(0)
        if self.at < len(self.pattern):
            self.fail("unbalanced parenthesis", self.at)
        if self.flags & A == 0:
            self.flags |= U
        return node

    def choice(self, depth: int) -> Node:
        first = self.sequence(depth == 0)
        if self.peek() != "|":
            return first
        node = Node(CHOICE)
        node.items.append(first)
        while self.accept("|"):
            node.items.append(self.sequence(False))
        return node

    def _skip_comments(self) -> None:
        while self.flags & X:
            c = self.peek()
            if c == "#":
                while self.peek() not in ("", "\n"):
                    self.at += 1
            elif c != "" and c in " \t\n\r\v\f":
                self.at += 1
            else:
                return

    def sequence(self, is_first: bool) -> Node:
        node = Node(SEQUENCE)
        start = self.at
        while True:
            self._skip_comments()
            c = self.peek()
            if c == "" or c == "|" or c == ")":
                return node
            at = self.at
            item = self.atom(is_first and at == start)
            if item is None:
                continue
            node.items.append(self.repeated(item, at))

    def _number(self) -> int:
        start = self.at
        while self.peek() != "" and self.peek() in "0123456789":
            self.at += 1
        return int(self.pattern[start:self.at]) if self.at > start else -1

    def _bounds(self) -> tuple[int, int]:
        # Of what follows an item; low < 0: it is not repeated.
        start = self.at
        if self.accept("*"):
            return 0, NO_LIMIT
        if self.accept("+"):
            return 1, NO_LIMIT
        if self.accept("?"):
            return 0, 1
        if not self.accept("{"):
            return -1, 0
        if self.peek() == "}":
            self.at = start
            return -1, 0
        low = self._number()
        high = low
        if self.accept(","):
            high = self._number()
            if high < 0:
                high = NO_LIMIT
            if low < 0:
                low = 0
        if not self.accept("}") or low < 0:
            self.at = start
            return -1, 0
        if high < low:
            self.fail("min repeat greater than max repeat", start + 1)
        return low, high

    def repeated(self, item: Node, start: int) -> Node:
        is_repeat = False
        while True:
            self._skip_comments()
            at = self.at
            low, high = self._bounds()
            if low < 0:
                return item
            if item.kind == AT or item.kind == EMPTY:
                self.fail("nothing to repeat", at)
            if is_repeat:
                self.fail("multiple repeat", at)
            node = Node(REPEAT, LAZY if self.accept("?") else POSSESSIVE if self.accept("+") else GREEDY)
            node.low = low
            node.high = high
            node.items.append(item)
            item = node
            is_repeat = True

    def leaf(self, kind: int, value: int) -> Node:
        node = Node(kind, value)
        node.flags = self.flags
        return node

    def set_node(self) -> Node:
        node = Node(SET)
        node.set = CharSet(self.flags & A != 0, self.flags & I != 0)
        return node

    def category(self, which: int) -> Node:
        node = self.set_node()
        node.set.categories = which
        return node

    def atom(self, may_set_flags: bool) -> Node | None:
        c = self.peek()
        at = self.at
        self.at += 1
        if c == "(":
            return self.group(at, may_set_flags)
        if c == "[":
            return self.char_set(at)
        if c == "\\":
            return self.escape(at)
        if c == ".":
            return self.leaf(ANY, 0)
        if c == "^":
            return self.leaf(AT, AT_LINE_START if self.flags & M else AT_START)
        if c == "$":
            return self.leaf(AT, AT_LINE_END if self.flags & M else AT_END)
        if c in "*+?":
            self.fail("nothing to repeat", at)
        if c == "{":
            self.at = at
            low, _ = self._bounds()
            if low >= 0:
                self.fail("nothing to repeat", at)
            self.at = at + 1
        return self.leaf(CHAR, ord(c))

    # ---- escapes ----

    def _hex(self, digits: int, letter: str, at: int) -> int:
        text = self.pattern[self.at : self.at + digits]
        good = 0
        while good < len(text) and text[good] in "0123456789abcdefABCDEF":
            good += 1
        if good < digits:
            self.fail("incomplete escape \\" + letter + text[:good], at)
        self.at += digits
        return int(text, 16)

    def _common_escape(self, c: str, at: int) -> int:
        # The code that the escape means in and outside of sets, or -1.
        if c in _ESCAPES and c != "b":
            return _ESCAPES[c]
        if c == "x":
            return self._hex(2, c, at)
        if c == "u":
            return self._hex(4, c, at)
        if c == "U":
            return self._hex(8, c, at)
        return -1

    def escape(self, at: int) -> Node:
        c = self.peek()
        if c == "":
            self.fail("bad escape (end of pattern)", at)
        self.at += 1
        if c in _CATEGORIES:
            return self.category(_CATEGORIES[c])
        places = {"A": AT_START, "Z": AT_VERY_END, "b": AT_BOUNDARY, "B": AT_NO_BOUNDARY}
        if c in places:
            return self.leaf(AT, places[c])
        code = self._common_escape(c, at)
        if code >= 0:
            return self.leaf(CHAR, code)
        if c == "0":
            return self.leaf(CHAR, self._octal(c, 2))
        if c in "123456789":
            return self._reference(c, at)
        if ord(c) < 128 and c.isalpha():
            self.fail("bad escape \\" + c, at)
        return self.leaf(CHAR, ord(c))

    def _octal(self, text: str, more: int) -> int:
        while more > 0 and self.peek() != "" and self.peek() in "01234567":
            text += self.peek()
            self.at += 1
            more -= 1
        return int(text, 8)

    def _reference(self, c: str, at: int) -> Node:
        text = c
        following = self.peek()
        if following != "" and following in "0123456789":
            third = self.pattern[self.at + 1 : self.at + 2]
            if c in "01234567" and following in "01234567" and third != "" and third in "01234567":
                self.at += 2
                code = int(c + following + third, 8)
                if code > 255:
                    self.fail("octal escape value \\" + c + following + third + " outside of range 0-0o377", at)
                return self.leaf(CHAR, code)
            text += following
            self.at += 1
        number = int(text)
        if number > self.groups:
            self.fail("invalid group reference " + text, at + 1)
        return self._refer(number, at)

    def _refer(self, number: int, at: int) -> Node:
        if number in self.open:
            self.fail("cannot refer to an open group", at)
        return self.leaf(REFERENCE, number)

    # ---- sets ----

    def _set_member(self, node: Node, start: int) -> int:
        # The code of a member; -1: it was a category.
        at = self.at
        c = self.peek()
        if c == "":
            self.fail("unterminated character set", start)
        self.at += 1
        if c != "\\":
            return ord(c)
        c = self.peek()
        if c == "":
            self.fail("bad escape (end of pattern)", at)
        self.at += 1
        if c in _CATEGORIES:
            node.set.categories |= _CATEGORIES[c]
            return -1
        if c == "b":
            return 8
        code = self._common_escape(c, at)
        if code >= 0:
            return code
        if c in "01234567":
            return self._octal(c, 2)
        if ord(c) < 128 and c.isalnum():
            self.fail("bad escape \\" + c, at)
        return ord(c)

    def char_set(self, start: int) -> Node:
        node = self.set_node()
        node.set.negated = self.accept("^")
        is_first = True
        while is_first or self.peek() != "]":
            is_first = False
            at = self.at
            first = self._set_member(node, start)
            if self.peek() != "-" or self.pattern[self.at + 1 : self.at + 2] == "]":
                if first >= 0:
                    node.set.add(first, first)
                continue
            self.at += 1
            last = self._set_member(node, start)
            if first < 0 or last < first:
                self.fail("bad character range " + self.pattern[at : self.at], at)
            node.set.add(first, last)
        self.at += 1
        return node

    # ---- groups ----

    def close(self, start: int) -> None:
        if not self.accept(")"):
            self.fail("missing ), unterminated subpattern", start)

    def group(self, start: int, may_set_flags: bool) -> Node | None:
        if not self.accept("?"):
            return self.counted("", start)
        if self.accept("P<"):
            return self.counted(self._name(">", start), start)
        if self.accept("P="):
            return self._named_reference(start)
        if self.accept(":"):
            return self.inner(Node(GROUP), start)
        if self.accept(">"):
            return self.inner(Node(ATOMIC), start)
        if self.accept("#"):
            while not self.accept(")"):
                if self.peek() == "":
                    self.fail("missing ), unterminated comment", start)
                self.at += 1
            return None
        if self.accept("="):
            return self.inner(Node(LOOK, 1), start)
        if self.accept("!"):
            return self.inner(Node(LOOK, -1), start)
        if self.accept("<="):
            return self._behind(Node(LOOK, 2), start)
        if self.accept("<!"):
            return self._behind(Node(LOOK, -2), start)
        if self.accept("("):
            return self._conditional(start)
        return self._flags(start, may_set_flags)

    def inner(self, node: Node, start: int) -> Node:
        flags = self.flags
        node.items.append(self.choice(1))
        self.flags = flags
        self.close(start)
        return node

    def counted(self, name: str, start: int) -> Node:
        self.groups += 1
        number = self.groups
        if name != "":
            if name in self.names:
                self.fail("redefinition of group name " + repr(name) + " as group " + str(number) + "; was group "
                          + str(self.names[name]), start + 4)
            self.names[name] = number
        self.open.append(number)
        self.widths.append((0, NO_LIMIT))
        node = self.inner(Node(GROUP, number), start)
        self.open.pop()
        return node

    def _name(self, end: str, start: int) -> str:
        at = self.at
        stop = self.pattern.find(end, at)
        if stop < 0:
            self.fail("missing " + end + ", unterminated name", at)
        name = self.pattern[at:stop]
        if name == "":
            self.fail("missing group name", at)
        self.at = stop + 1
        if not name.isidentifier() and not name.isdecimal():
            self.fail("bad character in group name " + repr(name), at)
        return name

    def _named_reference(self, start: int) -> Node:
        at = self.at
        name = self._name(")", start)
        if name not in self.names:
            self.fail("unknown group name " + repr(name), at)
        return self._refer(self.names[name], at)

    def _behind(self, node: Node, start: int) -> Node:
        self.inner(node, start)
        low, high = node.items[0].width()
        if low != high:
            raise error("look-behind requires fixed-width pattern")
        node.low = low
        return node

    def _conditional(self, start: int) -> Node:
        at = self.at
        name = self._name(")", start)
        number = int(name) if name.isdecimal() else self.names.get(name, 0)
        if number == 0:
            self.fail("unknown group name " + repr(name), at)
        node = Node(IF_GROUP, number)
        node.items.append(self.sequence(False))
        node.items.append(self.sequence(False) if self.accept("|") else Node(EMPTY))
        if self.peek() == "|":
            self.fail("conditional backref with more than two branches", self.at)
        self.close(start)
        return node

    def _flags(self, start: int, may_set_flags: bool) -> Node | None:
        added = 0
        removed = 0
        is_minus = False
        while True:
            c = self.peek()
            self.at += 1
            if c == "-" and not is_minus:
                is_minus = True
            elif c in _FLAG_LETTERS:
                if is_minus:
                    removed |= _FLAG_LETTERS[c]
                else:
                    added |= _FLAG_LETTERS[c]
            elif c == ")" and not is_minus and added:
                if not may_set_flags:
                    self.fail("global flags not at the start of the expression", start)
                self.flags |= added
                return None
            elif c == ":" and (added or removed):
                flags = self.flags
                self.flags = (flags | added) & ~removed
                node = self.inner(Node(GROUP), start)
                self.flags = flags
                return node
            else:
                if c == "P" and added == 0:
                    self.at += 1
                elif c == "" and added == 0:
                    self.fail("unexpected end of pattern", self.at - 1)
                elif added or is_minus:
                    self.fail("unknown flag" if c.isalpha() else "missing -, : or )", self.at - 1)
                self.fail("unknown extension ?" + self.pattern[start + 2 : self.at], start + 1)

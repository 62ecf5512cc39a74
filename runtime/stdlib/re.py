# re: regular expressions over texts. The syntax is in _re_parse, the matcher in _re_match; here is what programs see.
#
# What findall gives depends on the number of groups: where the pattern is a constant, that is known at compile time.
# Other patterns with more than one group can be used for everything else.
from weft.lowlevel import by_arity, by_constant, expansion
from weft.core.exceptions import end_program
from weft.core.open_tuple import tuple_of
from _re_parse import Parser, error
from _re_match import Machine, Program, compiled

_FLAGS = (
    ("IGNORECASE", 2),
    ("LOCALE", 4),
    ("MULTILINE", 8),
    ("DOTALL", 16),
    ("UNICODE", 32),
    ("VERBOSE", 64),
    ("DEBUG", 128),
    ("ASCII", 256),
)


def _flag_names(bits: int) -> str:
    return "|".join(["re." + name for name, bit in _FLAGS if bits & bit])


class RegexFlag:
    def __init__(self, value: int) -> None:
        self.value = value

    def __or__(self, other):
        return RegexFlag(self.value | _bits(other))

    def __and__(self, other):
        return RegexFlag(self.value & _bits(other))

    def __ror__(self, other):
        return RegexFlag(self.value | _bits(other))

    def __bool__(self):
        return self.value != 0

    def __int__(self):
        return self.value

    def __eq__(self, other):
        return self.value == _bits(other)

    def __hash__(self):
        return hash(self.value)

    def __repr__(self):
        return _flag_names(self.value) or "re.NOFLAG"


RegexFlag.__module__ = "re"


def _bits(flags):
    return flags.value if isinstance(flags, RegexFlag) else flags


A = ASCII = RegexFlag(256)
I = IGNORECASE = RegexFlag(2)
L = LOCALE = RegexFlag(4)
M = MULTILINE = RegexFlag(8)
S = DOTALL = RegexFlag(16)
U = UNICODE = RegexFlag(32)
X = VERBOSE = RegexFlag(64)
NOFLAG = RegexFlag(0)


class Match:
    def __init__(self, pattern, machine: Machine, pos: int) -> None:
        self.re = pattern
        self.string = machine.text
        self.pos = pos
        self.endpos = machine.end
        self._spans: list[int] = machine.registers[: machine.last_closed]
        closed = machine.registers[machine.last_closed]
        self.lastindex = closed if closed > 0 else None

    def _number(self, group):
        if isinstance(group, str):
            number = self.re.groupindex.get(group, -1)
        else:
            number = group
        if number < 0 or 2 * number >= len(self._spans):
            raise IndexError("no such group")
        return number

    def _text(self, number: int) -> str | None:
        start = self._spans[2 * number]
        end = self._spans[2 * number + 1]
        return self.string[start:end] if start >= 0 and end >= 0 else None

    def _whole(self) -> str:
        return self.string[self._spans[0] : self._spans[1]]

    def _one(self, group):
        return by_constant(group, self._any, self._refuse, self._whole)

    def _any(self, group):
        return self._text(self._number(group))

    def _refuse(self):
        raise IndexError("no such group")

    def group(self, *groups):
        return by_arity(groups, self._whole, self._one, self._several)

    def _several(self, groups):
        return tuple_of([self._text(self._number(group)) for group in groups])

    def __getitem__(self, group):
        return self._text(self._number(group))

    def groups(self, default=None):
        found = []
        for i in range(1, len(self._spans) // 2):
            text = self._text(i)
            found.append(default if text is None else text)
        return tuple_of(found)

    def groupdict(self, default=None):
        found = {}
        for name, i in self.re.groupindex.items():
            text = self._text(i)
            found[name] = default if text is None else text
        return found

    def start(self, group=0):
        return self.span(group)[0]

    def end(self, group=0):
        return self.span(group)[1]

    def span(self, group=0):
        number = self._number(group)
        start = self._spans[2 * number]
        end = self._spans[2 * number + 1]
        if start < 0 or end < 0:
            return (-1, -1)
        return (start, end)

    @property
    def lastgroup(self):
        for name, i in self.re.groupindex.items():
            if i == self.lastindex:
                return name
        return None

    @property
    def regs(self):
        return tuple_of([self.span(i) for i in range(len(self._spans) // 2)])

    def expand(self, template: str) -> str:
        return Template(template, self.re.groups, self.re.groupindex).filled(self)

    def __repr__(self):
        return f"<re.Match object; span={self.span()}, match={self._whole()!r}>"


Match.__module__ = "re"


class Template:
    # What sub() puts in: texts, and groups between them.
    def __init__(self, text: str, groups: int, names: dict[str, int]) -> None:
        self.texts: list[str] = []
        self.groups: list[int] = []
        self._text = text
        self._last = groups
        self._names = names
        self._parse()

    def filled(self, match) -> str:
        out = [self.texts[0]]
        for i in range(len(self.groups)):
            group = match._text(self.groups[i])
            if group is not None:
                out.append(group)
            out.append(self.texts[i + 1])
        return "".join(out)

    def _parse(self) -> None:
        text = self._text
        piece = ""
        i = 0
        while i < len(text):
            at = text.find("\\", i)
            if at < 0:
                at = len(text)
            piece += text[i:at]
            i = at
            if at == len(text):
                break
            c = text[at + 1 : at + 2]
            i = at + 2
            if c == "g":
                end, number = self._named(i)
                self._put(piece, number, at + 1)
                piece = ""
                i = end
            elif c != "" and c in "0123456789":
                i, code = self._digits(at + 1)
                if code >= 0:
                    piece += chr(code)
                else:
                    self._put(piece, -1 - code, at + 1)
                    piece = ""
            else:
                piece += self._escape(c, at)
        self.texts.append(piece)

    def _put(self, piece: str, number: int, at: int) -> None:
        if number > self._last:
            raise error("invalid group reference " + str(number), self._text, at)
        self.texts.append(piece)
        self.groups.append(number)

    def _named(self, at: int) -> tuple[int, int]:
        if self._text[at : at + 1] != "<":
            raise error("missing <", self._text, at)
        end = self._text.find(">", at + 1)
        if end < 0:
            raise error("missing >, unterminated name", self._text, at + 1)
        name = self._text[at + 1 : end]
        if name == "":
            raise error("missing group name", self._text, at + 1)
        if name.isdecimal():
            return end + 1, int(name)
        if not name.isidentifier():
            raise error("bad character in group name " + repr(name), self._text, at + 1)
        if name not in self._names:
            raise IndexError("unknown group name " + repr(name))
        return end + 1, self._names[name]

    def _digits(self, at: int) -> tuple[int, int]:
        # Where they end, and the code that they mean, or -1 - the group.
        text = self._text
        end = at + 1
        if text[at] == "0":
            while end < at + 3 and text[end : end + 1] != "" and text[end] in "01234567":
                end += 1
            return end, int(text[at:end], 8)
        if text[end : end + 1] != "" and text[end] in "0123456789":
            end += 1
            third = text[end : end + 1]
            if third != "" and text[at] in "01234567" and text[at + 1] in "01234567" and third in "01234567":
                code = int(text[at : end + 1], 8)
                if code > 255:
                    message = "octal escape value \\" + text[at : end + 1] + " outside of range 0-0o377"
                    raise error(message, text, at - 1)
                return end + 1, code
        return end, -1 - int(text[at:end])

    def _escape(self, c: str, at: int) -> str:
        known = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "f": "\f", "v": "\v", "b": "\b", "\\": "\\"}
        if c in known:
            return known[c]
        if c == "":
            raise error("bad escape (end of pattern)", self._text, at)
        if ord(c) < 128 and c.isalpha():
            raise error("bad escape \\" + c, self._text, at)
        return "\\" + c


class Pattern:
    def __init__(self, pattern: str, flags: int) -> None:
        parser = Parser(pattern, flags)
        tree = parser.parse()
        self.pattern = pattern
        self.flags = parser.flags
        self.groups = parser.groups
        self.groupindex: dict[str, int] = parser.names
        self._program: Program = compiled(tree, parser.groups)

    def _machine(self, string: str, pos: int, endpos: int) -> Machine:
        return Machine(self._program, string, pos, max(0, min(endpos, len(string))))

    def match(self, string: str, pos: int = 0, endpos: int = 9223372036854775807):
        machine = self._machine(string, pos, endpos)
        pos = max(pos, 0)
        return Match(self, machine, pos) if pos <= machine.end and machine.match_at(pos) else None

    def fullmatch(self, string: str, pos: int = 0, endpos: int = 9223372036854775807):
        machine = self._machine(string, pos, endpos)
        machine.whole = True
        pos = max(pos, 0)
        return Match(self, machine, pos) if pos <= machine.end and machine.match_at(pos) else None

    def search(self, string: str, pos: int = 0, endpos: int = 9223372036854775807):
        machine = self._machine(string, pos, endpos)
        pos = max(pos, 0)
        return Match(self, machine, pos) if machine.search(pos) else None

    def finditer(self, string: str, pos: int = 0, endpos: int = 9223372036854775807):
        machine = self._machine(string, pos, endpos)
        pos = max(pos, 0)
        at = pos
        while machine.search(at):
            match = Match(self, machine, pos)
            at = match._spans[1]
            machine.forbidden = at if match._spans[0] == at else -1
            yield match

    def _found(self, match) -> str:
        number = 1 if self.groups else 0
        return match._text(number) or ""

    def findall(self, string: str, pos: int = 0, endpos: int = 9223372036854775807):
        if self.groups > 1:
            end_program("findall of a pattern with several groups that is no constant")
        return [self._found(match) for match in self.finditer(string, pos, endpos)]

    def split(self, string: str, maxsplit: int = 0):
        parts = []
        last = 0
        for match in self.finditer(string):
            parts.append(string[last : match._spans[0]])
            last = match._spans[1]
            for i in range(1, self.groups + 1):
                text = match._text(i)
                if text is None:
                    end_program("re.split by a pattern with a group that takes no part in the match")
                parts.append(text or "")
            maxsplit -= 1
            if maxsplit == 0:
                break
        parts.append(string[last:])
        return parts

    def subn(self, repl, string: str, count: int = 0):
        fill = _filler(self, repl)
        parts = []
        last = 0
        number = 0
        for match in self.finditer(string):
            parts.append(string[last : match._spans[0]])
            parts.append(fill(match))
            last = match._spans[1]
            number += 1
            if number == count:
                break
        parts.append(string[last:])
        return "".join(parts), number

    def sub(self, repl, string: str, count: int = 0):
        return self.subn(repl, string, count)[0]

    def __repr__(self):
        names = _flag_names(self.flags & ~32)
        return "re.compile(" + repr(self.pattern)[:200] + (", " + names if names else "") + ")"

    def __eq__(self, other):
        return self.pattern == other.pattern and self.flags == other.flags

    def __hash__(self):
        return hash((self.pattern, self.flags))


Pattern.__module__ = "re"


def _filler(pattern, repl):
    if isinstance(repl, str):
        template = Template(repl, pattern.groups, pattern.groupindex)
        return template.filled
    return repl


class _Several(Pattern):
    # More than one group: findall gives tuples.
    def findall(self, string: str, pos: int = 0, endpos: int = 9223372036854775807):
        return [match.groups("") for match in self.finditer(string, pos, endpos)]


def _one(pattern, flags) -> Pattern:
    return pattern if isinstance(pattern, Pattern) else _known(pattern, _bits(flags))


def _known(pattern: str, flags: int) -> Pattern:
    known = _patterns.get((pattern, flags))
    if known is None:
        known = _patterns[(pattern, flags)] = Pattern(pattern, flags)
    return known


def _many(pattern: str, flags: int) -> _Several:
    known = _several.get((pattern, flags))
    if known is None:
        known = _several[(pattern, flags)] = _Several(pattern, flags)
    return known


_patterns: dict[tuple[str, int], Pattern] = {}
_several: dict[tuple[str, int], _Several] = {}


@expansion("groups\n$[if several]_weft__compile_several$[end]\n")
def compile(pattern, flags=0):
    return _one(pattern, flags)


def _compile_several(pattern, flags=0):
    return _many(pattern, _bits(flags))


@expansion("groups\n$[if several]_weft__findall_many$[end]\n")
def findall(pattern, string, flags=0):
    return _one(pattern, flags).findall(string)


def _findall_many(pattern, string, flags=0):
    return _many(pattern, _bits(flags)).findall(string)


def match(pattern, string, flags=0):
    return _one(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return _one(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return _one(pattern, flags).search(string)


def finditer(pattern, string, flags=0):
    return _one(pattern, flags).finditer(string)


def split(pattern, string, maxsplit=0, flags=0):
    return _one(pattern, flags).split(string, maxsplit)


def sub(pattern, repl, string, count=0, flags=0):
    return _one(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return _one(pattern, flags).subn(repl, string, count)


def escape(pattern: str) -> str:
    out = []
    for c in pattern:
        if c in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f":
            out.append("\\")
        out.append(c)
    return "".join(out)


def purge():
    _patterns.clear()
    _several.clear()

# textwrap: paragraphs in lines of a given width, and what stands before their lines.
_BLANKS = "\t\n\x0b\x0c\r "


def _is_letter(text: str, i: int) -> bool:
    return 0 <= i < len(text) and (text[i].isalpha() or (text[i].isalnum() and not text[i].isdecimal()) or text[i] == "_")


def _is_word(text: str, i: int) -> bool:
    return 0 <= i < len(text) and (text[i].isalnum() or text[i] == "_")


def _ends_word(text: str, i: int) -> bool:
    # Whether a dash may follow the character.
    return i >= 0 and (_is_word(text, i) or text[i] in "!\"'&.,?")


def _dashes_end(text: str, i: int) -> int:
    # Where the dash of two hyphens or more between words that begins at i ends, or -1.
    j = i
    while j < len(text) and text[j] == "-":
        j += 1
    return j if j >= i + 2 and _ends_word(text, i - 1) and _is_word(text, j) else -1


def _may_break(text: str, i: int) -> bool:
    # Behind the hyphen at i - 1, in a word of letters
    before = _is_letter(text, i - 2) and (
        _is_letter(text, i - 3) or (i >= 4 and text[i - 3] == "-" and _is_letter(text, i - 4))
    )
    if text[i - 1] != "-" or not before or not _is_letter(text, i):
        return False
    return _is_letter(text, i + 1) or (text.startswith("-", i + 1) and _is_letter(text, i + 2))


def _chunk_end(text: str, i: int, on_hyphens: bool) -> int:
    n = len(text)
    j = i + 1
    if text[i] in _BLANKS:
        while j < n and text[j] in _BLANKS:
            j += 1
        return j
    if on_hyphens and text[i] == "-" and _dashes_end(text, i) > 0:
        return _dashes_end(text, i)
    while j < n and text[j] not in _BLANKS:
        if on_hyphens and ((j > i + 1 and _may_break(text, j)) or (text[j] == "-" and _dashes_end(text, j) > 0)):
            return j
        j += 1
    return j


class TextWrapper:
    def __init__(
        self,
        width: int = 70,
        initial_indent: str = "",
        subsequent_indent: str = "",
        expand_tabs: bool = True,
        replace_whitespace: bool = True,
        fix_sentence_endings: bool = False,
        break_long_words: bool = True,
        drop_whitespace: bool = True,
        break_on_hyphens: bool = True,
        tabsize: int = 8,
        *,
        max_lines: int | None = None,
        placeholder: str = " [...]",
    ) -> None:
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _chunks(self, text: str) -> list[str]:
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for blank in _BLANKS:
                text = text.replace(blank, " ")
        chunks: list[str] = []
        i = 0
        while i < len(text):
            j = _chunk_end(text, i, self.break_on_hyphens)
            chunks.append(text[i:j])
            i = j
        if self.fix_sentence_endings:
            for k in range(len(chunks) - 1):
                if chunks[k + 1] == " " and _ends_sentence(chunks[k]):
                    chunks[k + 1] = "  "
        return chunks

    def wrap(self, text: str) -> list[str]:
        if self.width <= 0:
            raise ValueError("invalid width " + repr(self.width) + " (must be > 0)")
        limit = self.max_lines
        if limit is not None:
            indent = self.subsequent_indent if limit > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        chunks = self._chunks(text)
        chunks.reverse()  # the next one is last
        lines: list[str] = []
        while len(chunks) > 0:
            indent = self.subsequent_indent if len(lines) > 0 else self.initial_indent
            if self.drop_whitespace and chunks[-1].strip() == "" and len(lines) > 0:
                chunks.pop()
            line = self._line(chunks, self.width - len(indent))
            if len(line) == 0:
                continue
            if limit is None or len(lines) + 1 < limit or self._is_last(chunks, line, self.width - len(indent)):
                lines.append(indent + "".join(line))
            else:
                self._shorten(lines, line, indent)
                break
        return lines

    def _line(self, chunks: list[str], width: int) -> list[str]:
        # Takes what fits in a line.
        line: list[str] = []
        length = 0
        while len(chunks) > 0 and length + len(chunks[-1]) <= width:
            length += len(chunks[-1])
            line.append(chunks.pop())
        if len(chunks) > 0 and len(chunks[-1]) > width:
            self._break(chunks, line, length, width)
        if self.drop_whitespace and len(line) > 0 and line[-1].strip() == "":
            line.pop()
        return line

    def _break(self, chunks: list[str], line: list[str], length: int, width: int) -> None:
        # A chunk that fits in no line
        space = 1 if width < 1 else width - length
        if not self.break_long_words:
            if len(line) == 0:
                line.append(chunks.pop())
            return
        chunk = chunks[-1]
        end = space
        if self.break_on_hyphens and len(chunk) > space:
            hyphen = chunk.rfind("-", 0, space)
            if hyphen > 0 and chunk[:hyphen].strip("-") != "":
                end = hyphen + 1
        line.append(chunk[:end])
        chunks[-1] = chunk[end:]

    def _is_last(self, chunks: list[str], line: list[str], width: int) -> bool:
        is_rest_blank = len(chunks) == 0 or (self.drop_whitespace and len(chunks) == 1 and chunks[0].strip() == "")
        return is_rest_blank and len("".join(line)) <= width

    def _shorten(self, lines: list[str], line: list[str], indent: str) -> None:
        # The last line ends with the placeholder.
        width = self.width - len(indent)
        while len(line) > 0:
            if line[-1].strip() != "" and len("".join(line)) + len(self.placeholder) <= width:
                lines.append(indent + "".join(line) + self.placeholder)
                return
            line.pop()
        if len(lines) > 0:
            last = lines[-1].rstrip()
            if len(last) + len(self.placeholder) <= self.width:
                lines[-1] = last + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def fill(self, text: str) -> str:
        return "\n".join(self.wrap(text))


def _ends_sentence(chunk: str) -> bool:
    text = chunk[:-1] if chunk[-1:] in ("'", '"') else chunk
    return len(text) > 1 and text[-1] in ".!?" and "a" <= text[-2] <= "z"


def wrap(text, width=70, **options):
    return TextWrapper(width=width, **options).wrap(text)


def fill(text, width=70, **options):
    return TextWrapper(width=width, **options).fill(text)


def shorten(text, width, **options):
    return TextWrapper(width=width, max_lines=1, **options).fill(" ".join(text.strip().split()))


def dedent(text: str) -> str:
    # Without the blanks that all lines begin with; lines of blanks become empty.
    lines = text.split("\n")
    margin = ""
    is_first = True
    for i in range(len(lines)):
        line = lines[i]
        if line.strip(" \t") == "":
            lines[i] = ""
            continue
        own = line[: len(line) - len(line.lstrip(" \t"))]
        if is_first:
            margin = own
        is_first = False
        while not own.startswith(margin):
            margin = margin[:-1]
    return "\n".join([line[len(margin) :] for line in lines])


def indent(text, prefix, predicate=None):
    lines = []
    for line in text.splitlines(True):
        is_chosen = line.strip() != "" if predicate is None else predicate(line)
        lines.append(prefix + line if is_chosen else line)
    return "".join(lines)

# test: example
"""A parser for JSON that says where a text is wrong, and a printer, in short and in indented form.

    python3.11 examples/json_printer.py [file...]
"""

import sys

ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
SAMPLE = r"""
{
  "name": "Weft", "version": [0, 1, 0], "stable": false, "parent": null,
  "numbers": [0, -1, 3.25, 1e3, -2.5E-3, 123456789012],
  "text": "quotes \" and \\ backslashes, \u00e9t\u00e9, \ud83d\ude00, tab\tend",
  "nested": {"empty list": [], "empty object": {}, "deep": [[[["x"]]]]},
  "people": [
    {"name": "Ada", "born": 1815, "fields": ["analysis", "engines"]},
    {"name": "Grace", "born": 1906, "fields": ["compilers"]}
  ]
}
"""
BROKEN = ["", "[1, 2", '{"a" 1}', "[1,, 2]", "tru", '"abc', "01", "1.", "[1] 2", '"\\x"', '{"a": 1, "a": 2}', "[\n  1,\n  -x]"]


class ParseError(ValueError):
    """What is wrong with a text, and where: line and column count from 1."""

    def __init__(self, message, text, position):
        self.line = text.count("\n", 0, position) + 1
        self.column = position - text.rfind("\n", 0, position)
        super().__init__(f"line {self.line}, column {self.column}: {message}")


class Value:
    """Any JSON value. Subclasses know how they are written."""

    def write(self, indent, level):
        raise NotImplementedError

    def depth(self):
        return 0

    def __str__(self):
        return self.write(0, 0)

    def pretty(self, indent=2):
        return self.write(indent, 0)


class Constant(Value):
    def __init__(self, name):
        self.name = name

    def write(self, indent, level):
        return self.name


class Number(Value):
    def __init__(self, text):
        self.is_integer = not any(char in ".eE" for char in text)
        self.integer = int(text) if self.is_integer else 0
        self.real = float(text)

    def write(self, indent, level):
        return str(self.integer) if self.is_integer else repr(self.real)


class String(Value):
    def __init__(self, text):
        self.text = text

    @staticmethod
    def quoted(text):
        pieces = []
        for char in text:
            if char in '"\\':
                pieces.append("\\" + char)
            elif char == "\n":
                pieces.append("\\n")
            elif char < " ":
                pieces.append(f"\\u{ord(char):04x}")
            else:
                pieces.append(char)
        return f'"{"".join(pieces)}"'

    def write(self, indent, level):
        return self.quoted(self.text)


class Container(Value):
    brackets = "[]"

    def written_items(self, indent, level):
        raise NotImplementedError

    def children(self):
        raise NotImplementedError

    def depth(self):
        return 1 + max((child.depth() for child in self.children()), default=0)

    def write(self, indent, level):
        opening, closing = self.brackets
        items = list(self.written_items(indent, level + 1))
        if not items:
            return opening + closing
        if not indent:
            return opening + ",".join(items) + closing
        margin = "\n" + " " * (indent * (level + 1))
        return opening + margin + ("," + margin).join(items) + "\n" + " " * (indent * level) + closing


class Array(Container):
    def __init__(self, items):
        self.items = items

    def children(self):
        yield from self.items

    def written_items(self, indent, level):
        for item in self.items:
            yield item.write(indent, level)


class Object(Container):
    brackets = "{}"

    def __init__(self, members):
        self.members = members

    def __getitem__(self, name):
        return self.members[name]

    def children(self):
        yield from self.members.values()

    def written_items(self, indent, level):
        colon = ": " if indent else ":"
        for name, value in self.members.items():
            yield String.quoted(name) + colon + value.write(indent, level)


class Parser:
    def __init__(self, text):
        self.text = text
        self.position = 0

    def fail(self, message, position=None):
        raise ParseError(message, self.text, self.position if position is None else position)

    def peek(self):
        while self.position < len(self.text) and self.text[self.position] in " \t\r\n":
            self.position += 1
        return self.text[self.position] if self.position < len(self.text) else ""

    def accept(self, token):
        self.peek()
        if self.text.startswith(token, self.position):
            self.position += len(token)
            return True
        return False

    def expect(self, token):
        if not self.accept(token):
            found = self.peek()
            self.fail(f"expected {token!r}, not {found!r}" if found else f"expected {token!r} before the end")

    def document(self):
        value = self.value()
        if self.peek():
            self.fail("something stands behind the value")
        return value

    def value(self):
        char = self.peek()
        if char == "{":
            return Object(dict(self.members()))
        if char == "[":
            return Array(list(self.elements()))
        if char == '"':
            return String(self.string())
        if char.isdigit() or char == "-":
            return self.number()
        for name in ("true", "false", "null"):
            if self.accept(name):
                return Constant(name)
        self.fail(f"no value begins with {char!r}" if char else "a value is missing")

    def elements(self):
        self.expect("[")
        if self.accept("]"):
            return
        while True:
            yield self.value()
            if self.accept("]"):
                return
            self.expect(",")

    def members(self):
        self.expect("{")
        if self.accept("}"):
            return
        seen = set()
        while True:
            self.peek()
            start = self.position
            name = self.string()
            if name in seen:
                self.fail(f"{name!r} stands there twice", start)
            seen.add(name)
            self.expect(":")
            yield name, self.value()
            if self.accept("}"):
                return
            self.expect(",")

    def string(self):
        self.expect('"')
        start = self.position
        pieces = []
        while True:
            if self.position >= len(self.text):
                self.fail("the string does not end", start - 1)
            char = self.text[self.position]
            self.position += 1
            if char == '"':
                return "".join(pieces)
            pieces.append(self.escape() if char == "\\" else char)

    def escape(self):
        char = self.text[self.position : self.position + 1]
        self.position += 1
        if char == "u":
            code = self.hexadecimal()
            if 0xD800 <= code < 0xDC00 and self.text.startswith("\\u", self.position):
                self.position += 2
                code = 0x10000 + ((code - 0xD800) << 10) + (self.hexadecimal() - 0xDC00)
            return chr(code)
        try:
            return ESCAPES[char]
        except KeyError:
            self.fail(f"unknown escape \\{char}", self.position - 2)

    def hexadecimal(self):
        digits = self.text[self.position : self.position + 4]
        try:
            code = int(digits, 16)
        except ValueError:
            self.fail(f"{digits!r} is not hexadecimal")
        self.position += 4
        return code

    def number(self):
        start = self.position
        self.position += self.text[start] == "-"
        whole = self.digits()
        if len(whole) > 1 and whole[0] == "0":
            self.fail("a number begins with 0", start)
        if self.text.startswith(".", self.position):
            self.position += 1
            self.digits()
        if self.text[self.position : self.position + 1] in ("e", "E"):
            self.position += 1
            self.position += self.text[self.position : self.position + 1] in ("+", "-")
            self.digits()
        return Number(self.text[start : self.position])

    def digits(self):
        start = self.position
        while self.position < len(self.text) and self.text[self.position].isdigit():
            self.position += 1
        if start == self.position:
            self.fail("a digit is missing")
        return self.text[start : self.position]


def show(text):
    document = Parser(text).document()
    print(document.pretty())
    print(document)
    again = Parser(document.pretty(4)).document()
    print(f"depth {document.depth()}, {'the same' if str(again) == str(document) else 'DIFFERENT'} when read again")
    return document


def main():
    if len(sys.argv) > 1:
        for name in sys.argv[1:]:
            with open(name, encoding="utf-8") as file:
                show(file.read())
        return
    sample = show(SAMPLE)
    if isinstance(sample, Object):
        print("text:", sample["text"])
    for text in BROKEN:
        try:
            print(f"{text!r} is {Parser(text).document()}")
        except ParseError as error:
            print(f"{text!r}: {error} ({error.line}:{error.column})")


if __name__ == "__main__":
    main()

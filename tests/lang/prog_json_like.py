# test: lang
# Values of several kinds as classes: a reader and a writer of a JSON-like format with good error messages.


class Value:
    def show(self, indent=0):
        return self.text()

    def text(self):
        raise NotImplementedError

    def __getitem__(self, key):
        raise TypeError("no items in " + self.text())

    def __eq__(self, other):
        return isinstance(other, Value) and self.text() == other.text()


class Null(Value):
    def text(self):
        return "null"


class Bool(Value):
    def __init__(self, value):
        self.value = value

    def text(self):
        return "true" if self.value else "false"


class Number(Value):
    def __init__(self, value):
        self.value = value

    def text(self):
        return f"{self.value:g}"


class String(Value):
    ESCAPES = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}

    def __init__(self, value):
        self.value = value

    def text(self):
        return '"' + "".join(self.ESCAPES.get(c, c) for c in self.value) + '"'


class Array(Value):
    def __init__(self, items):
        self.items = items

    def text(self):
        return "[" + ", ".join(i.text() for i in self.items) + "]"

    def show(self, indent=0):
        if not self.items:
            return "[]"
        pad = "  " * (indent + 1)
        inner = ",\n".join(pad + i.show(indent + 1) for i in self.items)
        return "[\n" + inner + "\n" + "  " * indent + "]"


class Object(Value):
    def __init__(self, fields):
        self.fields = fields

    def text(self):
        return "{" + ", ".join(f'"{k}": {v.text()}' for k, v in self.fields.items()) + "}"

    def show(self, indent=0):
        if not self.fields:
            return "{}"
        pad = "  " * (indent + 1)
        inner = ",\n".join(f'{pad}"{k}": {v.show(indent + 1)}' for k, v in self.fields.items())
        return "{\n" + inner + "\n" + "  " * indent + "}"

    def __getitem__(self, key):
        return self.fields[key]


class ReadError(ValueError):
    def __init__(self, text, at, message):
        line = text.count("\n", 0, at) + 1
        column = at - (text.rfind("\n", 0, at) + 1) + 1
        super().__init__(f"line {line} column {column}: {message}")


class Reader:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def fail(self, message):
        raise ReadError(self.text, self.at, message)

    def blanks(self):
        while self.at < len(self.text) and self.text[self.at] in " \t\n\r":
            self.at += 1

    def peek(self):
        self.blanks()
        return self.text[self.at:self.at + 1]

    def expect(self, c):
        if self.peek() != c:
            self.fail(f"expected {c!r}, found {self.peek() or 'end'!r}")
        self.at += 1

    def document(self):
        value = self.value()
        if self.peek():
            self.fail("extra text")
        return value

    def value(self):
        c = self.peek()
        if c == "{":
            return self.object()
        if c == "[":
            return self.array()
        if c == '"':
            return String(self.string())
        if c.isdigit() or c == "-":
            return self.number()
        for word, make in (("null", Null), ("true", lambda: Bool(True)), ("false", lambda: Bool(False))):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return make()
        self.fail(f"unexpected {c or 'end'!r}")

    def number(self):
        start = self.at
        self.at += 1
        while self.at < len(self.text) and self.text[self.at] in "0123456789.eE+-":
            self.at += 1
        try:
            return Number(float(self.text[start:self.at]))
        except ValueError as e:
            self.at = start
            self.fail(str(e))

    def string(self):
        self.expect('"')
        out = []
        while True:
            if self.at >= len(self.text):
                self.fail("unterminated string")
            c = self.text[self.at]
            self.at += 1
            if c == '"':
                return "".join(out)
            if c == "\\":
                c = {"n": "\n", "t": "\t"}.get(self.text[self.at], self.text[self.at])
                self.at += 1
            out.append(c)

    def array(self):
        self.expect("[")
        items = []
        if self.peek() != "]":
            items.append(self.value())
            while self.peek() == ",":
                self.at += 1
                items.append(self.value())
        self.expect("]")
        return Array(items)

    def object(self):
        self.expect("{")
        fields = {}
        while self.peek() != "}":
            if fields:
                self.expect(",")
                self.blanks()
            key = self.string()
            if key in fields:
                self.fail(f"duplicate key {key!r}")
            self.expect(":")
            fields[key] = self.value()
        self.expect("}")
        return Object(fields)


SAMPLE = '{"name": "Weft", "tags": ["a", "b\\n\\"c\\""], "size": {"w": 10, "h": -2.5e3}, "none": null, "ok": [true, false], "empty": [[], {}]}'
document = Reader(SAMPLE).document()
print(document.text())
print(document.show())
print(Reader(document.show()).document() == document, document["name"].text(), document["tags"].show())
for text in ["", "[1, 2", "[1 2]", '{"a" 1}', '{"a": 1, "a": 2}', "[1,\n 2,\n x]", '"open', "1.2.3", "nul", "{} {}", "[,]"]:
    try:
        print(Reader(text).document().text())
    except ReadError as e:
        print(f"{text!r:>20} {e}")

# csv: rows of texts with separators. The reader is a machine of a few states that goes over the characters of each line.
from weft.lowlevel import map_tuple
from weft.core.exceptions import end_program

QUOTE_MINIMAL = 0
QUOTE_ALL = 1
QUOTE_NONNUMERIC = 2
QUOTE_NONE = 3

# States of the reader.
START_RECORD = 0
START_FIELD = 1
ESCAPED = 2
IN_FIELD = 3
IN_QUOTES = 4
ESCAPED_IN_QUOTES = 5
QUOTE_IN_QUOTES = 6
AFTER_LINE = 7


class Error(Exception):
    pass


Error.__module__ = "_csv"


class Dialect:
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel(Dialect):
    pass


class excel_tab(Dialect):
    delimiter = "\t"


class unix_dialect(Dialect):
    lineterminator = "\n"
    quoting = QUOTE_ALL


def list_dialects():
    return ["excel", "excel-tab", "unix"]


class _Format:
    def __init__(self, dialect: str, delimiter, quotechar, escapechar, doublequote, skip, end, quoting, strict) -> None:
        if dialect not in ("excel", "excel-tab", "unix"):
            raise Error("unknown dialect")
        own = "\t" if dialect == "excel-tab" else ","
        self.delimiter: str = own if delimiter is None else delimiter
        self.quotechar: str = "" if quotechar is None else quotechar
        self.escapechar: str = "" if escapechar is None else escapechar
        self.doublequote: bool = doublequote
        self.skips_space: bool = skip
        self.end: str = ("\n" if dialect == "unix" else "\r\n") if end is None else end
        self.quoting: int = (QUOTE_ALL if dialect == "unix" else QUOTE_MINIMAL) if quoting is None else quoting
        self.strict: bool = strict
        if self.quotechar == "" and self.quoting != QUOTE_NONE:
            if quoting is not None:
                raise TypeError("quotechar must be set if quoting enabled")
            self.quoting = QUOTE_NONE
        if len(self.delimiter) != 1:
            raise TypeError('"delimiter" must be a 1-character string')
        if len(self.quotechar) > 1:
            raise TypeError('"quotechar" must be a 1-character string')
        if len(self.escapechar) > 1:
            raise TypeError('"escapechar" must be a 1-character string')


class _Record:
    # What has been read of a row.
    def __init__(self, form: _Format) -> None:
        self._form = form
        self.fields: list[str] = []
        self.field: list[str] = []
        self.state = START_RECORD

    def save(self) -> None:
        self.fields.append("".join(self.field))
        self.field = []

    def _end_field(self, c: str) -> None:
        self.save()
        self.state = START_RECORD if c == "" else AFTER_LINE

    def _add(self, c: str, state: int) -> None:
        self.field.append("\n" if c == "" else c)
        self.state = state

    def _start(self, c: str) -> None:
        form = self._form
        if c == "" or c == "\n" or c == "\r":
            self._end_field(c)
        elif c == form.quotechar and form.quoting != QUOTE_NONE:
            self.state = IN_QUOTES
        elif c == form.escapechar:
            self.state = ESCAPED
        elif c == form.delimiter:
            self.save()
            self.state = START_FIELD
        elif c != " " or not form.skips_space:
            self._add(c, IN_FIELD)
        else:
            self.state = START_FIELD

    def _go_on(self, c: str) -> None:
        form = self._form
        if c == "" or c == "\n" or c == "\r":
            self._end_field(c)
        elif c == form.escapechar:
            self.state = ESCAPED
        elif c == form.delimiter:
            self.save()
            self.state = START_FIELD
        else:
            self._add(c, IN_FIELD)

    def _quoted(self, c: str) -> None:
        form = self._form
        if c == "":
            return
        if c == form.escapechar:
            self.state = ESCAPED_IN_QUOTES
        elif c == form.quotechar:
            self.state = QUOTE_IN_QUOTES if form.doublequote else IN_FIELD
        else:
            self.field.append(c)

    def _after_quote(self, c: str) -> None:
        form = self._form
        if c == form.quotechar and c != "":
            self._add(c, IN_QUOTES)
        elif c == "" or c == "\n" or c == "\r" or c == form.delimiter:
            self._go_on(c)
        elif form.strict:
            raise Error(f"'{form.delimiter}' expected after '{form.quotechar}'")
        else:
            self._add(c, IN_FIELD)

    def take(self, c: str) -> None:
        # The next character; "" is the end of the line.
        state = self.state
        if state == IN_FIELD:
            self._go_on(c)
        elif state == IN_QUOTES:
            self._quoted(c)
        elif state == START_FIELD:
            self._start(c)
        elif state == START_RECORD:
            if c == "\n" or c == "\r":
                self.state = AFTER_LINE
            elif c != "":
                self._start(c)
        elif state == ESCAPED:
            self._add(c, IN_FIELD)
        elif state == ESCAPED_IN_QUOTES:
            self._add(c, IN_QUOTES)
        elif state == QUOTE_IN_QUOTES:
            self._after_quote(c)
        elif c == "":
            self.state = START_RECORD
        elif c != "\n" and c != "\r":
            raise Error(
                "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?"
            )


class _reader:
    def __init__(self, lines, form: _Format) -> None:
        self._lines = iter(lines)
        self._form = form
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self) -> list[str]:
        record = _Record(self._form)
        while True:
            for line in self._lines:
                break
            else:
                self._end(record)
                return record.fields
            self.line_num += 1
            for c in line:
                record.take(c)
            record.take("")
            if record.state == START_RECORD:
                return record.fields

    def _end(self, record: _Record) -> None:
        # No more lines: what has begun counts.
        if not record.field and record.state != IN_QUOTES:
            raise StopIteration
        if self._form.strict:
            raise Error("unexpected end of data")
        record.save()


def reader(
    csvfile,
    dialect="excel",
    *,
    delimiter=None,
    quotechar='"',
    escapechar=None,
    doublequote=True,
    skipinitialspace=False,
    lineterminator=None,
    quoting=None,
    strict=False,
):
    if quoting == QUOTE_NONNUMERIC:
        end_program("csv.reader with QUOTE_NONNUMERIC, whose rows hold texts and numbers")
    form = _Format(
        dialect, delimiter, quotechar, escapechar, doublequote, skipinitialspace, lineterminator, quoting, strict
    )
    return _reader(csvfile, form)


# ---- writing ----


def _text(x) -> str:
    return "" if x is None else str(x)


def _is_number(x) -> bool:
    return isinstance(x, (int, float))


class _writer:
    def __init__(self, file, form: _Format) -> None:
        self._file = file
        self._form = form

    def writerow(self, row):
        if isinstance(row, tuple):
            texts = map_tuple(_text, row)
            numbers = map_tuple(_is_number, row)
        else:
            texts = []
            numbers = []
            for x in row:
                texts.append(_text(x))
                numbers.append(_is_number(x))
        return self._file.write(self._line(texts, numbers))

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)

    def _line(self, texts: list[str], numbers: list[bool]) -> str:
        form = self._form
        if len(texts) == 1 and texts[0] == "":
            if form.quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            return form.quotechar * 2 + form.end
        return form.delimiter.join([self._field(texts[i], numbers[i]) for i in range(len(texts))]) + form.end

    def _field(self, text: str, is_number: bool) -> str:
        form = self._form
        quoted = form.quoting == QUOTE_ALL or (form.quoting == QUOTE_NONNUMERIC and not is_number)
        out: list[str] = []
        for c in text:
            if c == form.delimiter or c == form.escapechar or c == form.quotechar or c in form.end:
                if form.quoting == QUOTE_NONE:
                    self._escape(out)
                elif c == form.quotechar and form.doublequote:
                    quoted = True
                    out.append(c)
                elif c == form.quotechar or c == form.escapechar:
                    self._escape(out)
                    quoted = quoted or c != form.quotechar
                else:
                    quoted = True
            out.append(c)
        body = "".join(out)
        return form.quotechar + body + form.quotechar if quoted else body

    def _escape(self, out: list[str]) -> None:
        if self._form.escapechar == "":
            raise Error("need to escape, but no escapechar set")
        out.append(self._form.escapechar)


def writer(
    csvfile,
    dialect="excel",
    *,
    delimiter=None,
    quotechar='"',
    escapechar=None,
    doublequote=True,
    skipinitialspace=False,
    lineterminator=None,
    quoting=None,
    strict=False,
):
    form = _Format(
        dialect, delimiter, quotechar, escapechar, doublequote, skipinitialspace, lineterminator, quoting, strict
    )
    return _writer(csvfile, form)


# ---- rows as dicts ----


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", **options) -> None:
        self._names = None if fieldnames is None else list(fieldnames)
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, **options)
        self.line_num = 0

    @property
    def fieldnames(self):
        if self._names is None:
            for row in self.reader:
                self._names = row
                break
            self.line_num = self.reader.line_num
        return self._names

    def __iter__(self):
        return self

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while not row:
            row = next(self.reader)
        self.line_num = self.reader.line_num
        if names is None:
            names = []
        if len(row) > len(names):
            end_program("csv.DictReader: a row with more values than there are field names")
        record = {}
        for i in range(len(names)):
            record[names[i]] = row[i] if i < len(row) else self.restval
        return record


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", **options) -> None:
        self.fieldnames = list(fieldnames)
        self.restval = restval
        self.extrasaction = extrasaction.lower()
        if self.extrasaction not in ("raise", "ignore"):
            raise ValueError("extrasaction (" + extrasaction + ") must be 'raise' or 'ignore'")
        self.writer = writer(f, dialect, **options)

    def writeheader(self):
        return self.writer.writerow(self.fieldnames)

    def writerow(self, rowdict):
        if self.extrasaction == "raise":
            wrong = [repr(name) for name in rowdict if name not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join(wrong))
        texts = []
        numbers = []
        for name in self.fieldnames:
            if name in rowdict:
                value = rowdict[name]
                texts.append(_text(value))
                numbers.append(_is_number(value))
            else:
                texts.append(_text(self.restval))
                numbers.append(_is_number(self.restval))
        return self.writer._file.write(self.writer._line(texts, numbers))

    def writerows(self, rowdicts):
        for row in rowdicts:
            self.writerow(row)

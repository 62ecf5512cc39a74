# configparser: files of sections of options. Values are strings; %(name)s in one stands for another option's value.
DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10

# ---- errors -------------------------------------------------------------------------------


class Error(Exception):
    message: str

    def __init__(self, msg=""):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    def __str__(self):
        return self.message


class NoSectionError(Error):
    def __init__(self, section):
        Error.__init__(self, "No section: " + repr(section))
        self.section = section
        Exception.__init__(self, section)


def _place(source, lineno):
    return "While reading from " + repr(source) + f" [line {lineno:2d}]: "


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=0):
        start = "Section " if source is None else _place(source, lineno) + "section "
        Error.__init__(self, start + repr(section) + " already exists")
        self.section = section
        self.source = source
        self.lineno = None if source is None else lineno


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=0):
        shown = repr(option) + " in section " + repr(section) + " already exists"
        Error.__init__(self, ("Option " if source is None else _place(source, lineno) + "option ") + shown)
        self.section = section
        self.option = option
        self.source = source
        self.lineno = None if source is None else lineno


class NoOptionError(Error):
    def __init__(self, option, section):
        Error.__init__(self, "No option " + repr(option) + " in section: " + repr(section))
        self.option = option
        self.section = section


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option = option
        self.section = section


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        InterpolationError.__init__(
            self,
            option,
            section,
            f"Bad value substitution: option {option!r} in section {section!r} contains an interpolation key "
            f"{reference!r} which is not a valid option name. Raw value: {rawval!r}",
        )
        self.reference = reference


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        InterpolationError.__init__(
            self,
            option,
            section,
            f"Recursion limit exceeded in value substitution: option {option!r} in section {section!r} contains an "
            f"interpolation key which cannot be substituted in {MAX_INTERPOLATION_DEPTH} steps. Raw value: {rawval!r}",
        )


class ParsingError(Error):
    def __init__(self, source):
        Error.__init__(self, "Source contains parsing errors: " + repr(source))
        self.source = source
        self.errors: list[tuple[int, str]] = []

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += f"\n\t[line {lineno:2d}]: {line}"


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        ParsingError.__init__(self, filename)
        self.message = f"File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}"
        self.lineno = lineno
        self.line = line


# ---- reading ------------------------------------------------------------------------------


class _Reader:
    # Takes the lines of one source into the sections of a parser.
    def __init__(self, parser, source):
        self.parser = parser
        self.source = source
        self.section = ""  # none yet
        self.option = ""
        self.lines: list[str] = []  # of the option's value
        self.indent = 0
        self.seen_sections: list[str] = []
        self.seen: set[tuple[str, str]] = set()
        self.error = ParsingError(source)

    def finish_option(self):
        if self.option != "":
            self.parser._values(self.section)[self.option] = "\n".join(self.lines).rstrip()
        self.option = ""

    def take(self, number, line):
        text = line.strip()
        if text.startswith("#") or text.startswith(";"):
            return
        if text == "":
            if self.option != "":
                self.lines.append("")
            return
        indent = len(line) - len(line.lstrip())
        if self.option != "" and indent > self.indent:
            self.lines.append(text)
            return
        self.finish_option()
        self.indent = indent
        end = text.rfind("]")
        if text.startswith("[") and end > 1:
            self.start_section(number, text[1:end])
        elif self.section == "":
            raise MissingSectionHeaderError(self.source, number, line)
        else:
            self.start_option(number, line, text)

    def start_section(self, number, name):
        if name in self.seen_sections:
            raise DuplicateSectionError(name, self.source, number)
        if name != DEFAULTSECT:
            self.seen_sections.append(name)
        self.parser._ensure_section(name)
        self.section = name

    def start_option(self, number, line, text):
        at = _first_of(text, "=", ":")
        name = self.parser.optionxform(text[:at].rstrip()) if at >= 0 else ""
        if name == "":
            self.error.append(number, repr(line))
            return
        if (self.section, name) in self.seen:
            raise DuplicateOptionError(self.section, name, self.source, number)
        self.seen.add((self.section, name))
        self.option = name
        self.lines = [text[at + 1 :].strip()]

    def finish(self):
        self.finish_option()
        if len(self.error.errors) > 0:
            raise self.error


def _first_of(text: str, a: str, b: str) -> int:
    i = text.find(a)
    j = text.find(b)
    return max(i, j) if i < 0 or j < 0 else min(i, j)


# ---- interpolation ------------------------------------------------------------------------


def _expanded(section: str, option: str, raw: str, rest: str, values: dict[str, str], depth: int) -> str:
    if depth > MAX_INTERPOLATION_DEPTH:
        raise InterpolationDepthError(option, section, raw)
    result = ""
    while rest != "":
        at = rest.find("%")
        if at < 0:
            return result + rest
        result += rest[:at]
        rest = rest[at:]
        following = rest[1:2]
        if following == "%":
            result += "%"
            rest = rest[2:]
            continue
        if following != "(":
            raise InterpolationSyntaxError(option, section, "'%' must be followed by '%' or '(', found: " + repr(rest))
        end = rest.find(")s")
        if end < 3 or ")" in rest[2:end]:
            raise InterpolationSyntaxError(option, section, "bad interpolation variable reference " + repr(rest))
        name = rest[2:end].lower()
        rest = rest[end + 2 :]
        if name not in values:
            raise InterpolationMissingOptionError(option, section, raw, name)
        value = values[name]
        result += _expanded(section, option, raw, value, values, depth + 1) if "%" in value else value
    return result


def _check_percents(value: str) -> None:
    # What is set may have %% and %(name)s only.
    rest = value.replace("%%", "")
    at = rest.find("%(")
    while at >= 0:
        end = rest.find(")", at)
        if end > at + 2 and rest.startswith(")s", end):
            rest = rest[:at] + rest[end + 2 :]
            at = rest.find("%(", at)
        else:
            at = rest.find("%(", at + 1)
    if "%" in rest:
        raise ValueError("invalid interpolation syntax in " + repr(value) + " at position " + str(rest.find("%")))


# ---- parsers ------------------------------------------------------------------------------


class _Unset:
    pass


_UNSET = _Unset()

_STATES = {
    "1": True, "yes": True, "true": True, "on": True, "0": False, "no": False, "false": False, "off": False
}


def _truth(text: str) -> bool:
    state = text.lower()
    if state not in _STATES:
        raise ValueError("Not a boolean: " + text)
    return _STATES[state]


class RawConfigParser:
    _interpolates = False

    def __init__(self, defaults=None):
        self._defaults: dict[str, str] = {}
        self._sections: dict[str, dict[str, str]] = {}
        if defaults is not None:
            for key, value in defaults.items():
                self._defaults[self.optionxform(key)] = str(value)

    def optionxform(self, optionstr):
        return optionstr.lower()

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if section == DEFAULTSECT:
            raise ValueError("Invalid section name: " + repr(section))
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._ensure_section(section)

    def _ensure_section(self, section):
        if section != DEFAULTSECT and section not in self._sections:
            empty: dict[str, str] = {}
            self._sections[section] = empty

    def _values(self, section):
        if section == DEFAULTSECT:
            return self._defaults
        if section not in self._sections:
            raise NoSectionError(section)
        return self._sections[section]

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        return list(self._all(section))

    def _all(self, section):
        # With the defaults
        values = self._values(section).copy()
        for key in self._defaults:
            if key not in values:
                values[key] = self._defaults[key]
        return values

    def has_option(self, section, option):
        name = self.optionxform(option)
        if section == "" or section == DEFAULTSECT:
            return name in self._defaults
        return section in self._sections and (name in self._sections[section] or name in self._defaults)

    # ---- reading ----

    def read(self, filenames, encoding=None):
        done = []
        for filename in [filenames] if isinstance(filenames, str) else filenames:
            try:
                with open(filename, encoding=encoding) as f:
                    self._read(f, filename)
            except OSError:
                continue
            done.append(filename)
        return done

    def read_file(self, f, source="<???>"):
        self._read(f, source)

    def read_string(self, string, source="<string>"):
        self._read(string.splitlines(True), source)

    def read_dict(self, dictionary, source="<dict>"):
        for section in dictionary:
            self._ensure_section(section)
            values = self._values(section)
            for key, value in dictionary[section].items():
                values[self.optionxform(key)] = str(value)

    def _read(self, lines, source):
        reader = _Reader(self, source)
        number = 0
        for line in lines:
            number += 1
            reader.take(number, line)
        reader.finish()

    # ---- values ----

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        name = self.optionxform(option)
        if section != DEFAULTSECT and section not in self._sections:
            if isinstance(fallback, _Unset):
                raise NoSectionError(section)
            return fallback
        values = self._all(section)
        if vars is not None:
            for key, value in vars.items():
                values[self.optionxform(key)] = str(value)
        if name not in values:
            if isinstance(fallback, _Unset):
                raise NoOptionError(option, section)
            return fallback
        return self._shown(section, name, values, raw)

    def _shown(self, section, name, values, raw):
        value = values[name]
        return _expanded(section, name, value, value, values, 1) if self._interpolates and not raw else value

    def _has_value(self, section, option, vars):
        if vars is not None and self.optionxform(option) in vars:
            return True
        return self.has_option(section, option)

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        if isinstance(fallback, _Unset) or self._has_value(section, option, vars):
            return int(self.get(section, option, raw=raw, vars=vars))
        return fallback

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        if isinstance(fallback, _Unset) or self._has_value(section, option, vars):
            return float(self.get(section, option, raw=raw, vars=vars))
        return fallback

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        if isinstance(fallback, _Unset) or self._has_value(section, option, vars):
            return _truth(self.get(section, option, raw=raw, vars=vars))
        return fallback

    def items(self, section=None, raw=False, vars=None):
        if section is None:
            return [(name, SectionProxy(self, name)) for name in self]
        values = self._defaults.copy()
        values.update(self._values(section))
        names = list(values)
        if vars is not None:
            for key, value in vars.items():
                values[self.optionxform(key)] = value
        return [(name, self._shown(section, name, values, raw)) for name in names]

    def set(self, section, option, value):
        if not isinstance(value, str):
            raise TypeError("option values must be strings")
        if self._interpolates:
            _check_percents(value)
        self._values(DEFAULTSECT if section == "" else section)[self.optionxform(option)] = value

    def remove_option(self, section, option):
        values = self._values(section)
        name = self.optionxform(option)
        if name not in values:
            return False
        del values[name]
        return True

    def remove_section(self, section):
        if section not in self._sections:
            return False
        del self._sections[section]
        return True

    # ---- as a mapping ----

    def __getitem__(self, key):
        if key != DEFAULTSECT and key not in self._sections:
            raise KeyError(key)
        return SectionProxy(self, key)

    def __setitem__(self, key, value):
        if key in self:
            self._values(key).clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == DEFAULTSECT:
            raise ValueError("Cannot remove the default section.")
        if not self.remove_section(key):
            raise KeyError(key)

    def __contains__(self, key):
        return key == DEFAULTSECT or key in self._sections

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return iter([DEFAULTSECT] + list(self._sections))

    # ---- writing ----

    def write(self, fp, space_around_delimiters=True):
        delimiter = " = " if space_around_delimiters else "="
        if len(self._defaults) > 0:
            _write(fp, DEFAULTSECT, self._defaults, delimiter)
        for section in self._sections:
            _write(fp, section, self._sections[section], delimiter)


def _write(fp, section, values, delimiter):
    fp.write("[" + section + "]\n")
    for key, value in values.items():
        fp.write(key + delimiter + value.replace("\n", "\n\t") + "\n")
    fp.write("\n")


class ConfigParser(RawConfigParser):
    _interpolates = True


class SectionProxy:
    def __init__(self, parser, name):
        self.parser = parser
        self.name = name

    def __repr__(self):
        return "<Section: " + self.name + ">"

    def __getitem__(self, key):
        if not self.parser.has_option(self.name, key):
            raise KeyError(key)
        return self.parser.get(self.name, key)

    def __setitem__(self, key, value):
        self.parser.set(self.name, key, value)

    def __delitem__(self, key):
        if not (self.parser.has_option(self.name, key) and self.parser.remove_option(self.name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self.parser.has_option(self.name, key)

    def _names(self):
        return list(self.parser._all(self.name))

    def __len__(self):
        return len(self._names())

    def __iter__(self):
        return iter(self._names())

    def keys(self):
        return self._names()

    def values(self):
        return [self[name] for name in self._names()]

    def items(self):
        return [(name, self[name]) for name in self._names()]

    def get(self, option, fallback=None, *, raw=False, vars=None):
        return self.parser.get(self.name, option, raw=raw, vars=vars, fallback=fallback)

    def getint(self, option, fallback=None, *, raw=False, vars=None):
        return self.parser.getint(self.name, option, raw=raw, vars=vars, fallback=fallback)

    def getfloat(self, option, fallback=None, *, raw=False, vars=None):
        return self.parser.getfloat(self.name, option, raw=raw, vars=vars, fallback=fallback)

    def getboolean(self, option, fallback=None, *, raw=False, vars=None):
        return self.parser.getboolean(self.name, option, raw=raw, vars=vars, fallback=fallback)

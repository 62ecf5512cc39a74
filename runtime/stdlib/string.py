# string: constants, capwords, Template.

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s: str, sep: str | None = None) -> str:
    return (" " if sep is None else sep).join([x.capitalize() for x in s.split(sep)])


def _is_first(c: str) -> bool:
    return c == "_" or "a" <= c <= "z" or "A" <= c <= "Z"


class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _name(self, start: int) -> str:
        # The identifier at `start`, or nothing.
        text = self.template
        end = start
        while end < len(text) and (_is_first(text[end]) or end > start and "0" <= text[end] <= "9"):
            end += 1
        return text[start:end]

    def _refuse(self, at: int) -> None:
        before = self.template[:at].splitlines(True)
        line = 1
        column = at + 1
        if len(before) > 0:
            line = len(before)
            column = at - len("".join(before[: line - 1])) + 1
        raise ValueError("Invalid placeholder in string: line " + str(line) + ", col " + str(column))

    def _filled(self, values, is_safe: bool) -> str:
        text = self.template
        out = []
        i = 0
        while True:
            at = text.find("$", i)
            if at < 0:
                out.append(text[i:])
                return "".join(out)
            out.append(text[i:at])
            i = at + 1
            if text[i : i + 1] == "$":
                out.append("$")
                i += 1
                continue
            is_braced = text[i : i + 1] == "{"
            name = self._name(i + is_braced)
            end = i + is_braced + len(name)
            if name == "" or is_braced and text[end : end + 1] != "}":
                if not is_safe:
                    self._refuse(at)
                out.append("$")
                continue
            i = end + is_braced
            if is_safe and name not in values:
                out.append(text[at:i])
            else:
                out.append(str(values[name]))

    def substitute(self, mapping=None, **names):
        return self._filled(_chosen(mapping, names), False)

    def safe_substitute(self, mapping=None, **names):
        return self._filled(_chosen(mapping, names), True)


def _chosen(mapping, names):
    if mapping is None:
        return names
    return mapping

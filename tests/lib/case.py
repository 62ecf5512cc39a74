"""Test files: the first line names the stage, further `# word: text` lines at the top are directives."""

import re
from dataclasses import dataclass
from pathlib import Path

HEADER = re.compile(r"#\s*test:\s*(\S+)\s*(.*)")
DIRECTIVE = re.compile(r"#\s*([a-z-]+)(?::\s?(.*))?$")


@dataclass(eq=False)
class Case:
    path: Path
    kind: str  # lang, diag, roundtrip, ...
    args: list  # the words after it
    text: str
    directives: dict  # name -> list of texts

    @property
    def name(self):
        return str(self.path)

    def one(self, directive, default=None):
        values = self.directives.get(directive)
        return values[0] if values else default


@dataclass
class Result:
    name: str
    passed: bool
    message: str = ""


def read_case(path):
    """The case in the file, or None if its first line names no stage."""
    text = path.read_text(encoding="utf-8", errors="surrogateescape")
    first, *rest = text.split("\n")
    if first.startswith("#!") and rest:
        first, *rest = rest
    header = HEADER.match(first)
    if not header:
        return None
    directives = {}
    for line in rest:
        found = DIRECTIVE.match(line)
        if not found:
            break
        directives.setdefault(found[1], []).append(found[2] or "")
    return Case(path, header[1], header[2].split(), text, directives)


def difference(expected, actual, limit=30):
    """A short unified diff of two texts."""
    from difflib import unified_diff

    lines = list(unified_diff(expected.split("\n"), actual.split("\n"), "expected", "actual", lineterm="", n=2))
    if len(lines) > limit:
        lines = lines[:limit] + [f"... {len(lines) - limit} more lines"]
    return "\n".join(lines)

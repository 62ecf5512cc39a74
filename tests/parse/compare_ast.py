#!/usr/bin/python3.11
# test: script
"""Compares the trees of our parser with CPython's own, node by node and with all positions.

usage: compare_ast.py [PATH…]

The paths are files or folders; the default is CPython's standard
library. Files that CPython itself rejects, or that are not UTF-8, are skipped; so are those for which we say that
something is not supported (P0006). Exit status 1 if anything differs.
"""
import ast
import os
import subprocess
import sys
import tempfile
import warnings

from dumper import build

OPERATORS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.MatMult: "@", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%",
    ast.Pow: "**", ast.LShift: "<<", ast.RShift: ">>", ast.BitAnd: "&", ast.BitOr: "|", ast.BitXor: "^",
    ast.USub: "-", ast.UAdd: "+", ast.Invert: "~", ast.Not: "not", ast.And: "and", ast.Or: "or", ast.Lt: "<",
    ast.LtE: "<=", ast.Eq: "==", ast.NotEq: "!=", ast.Gt: ">", ast.GtE: ">=", ast.Is: "is", ast.IsNot: "is-not",
    ast.In: "in", ast.NotIn: "not-in"}
MAX_INDENT = 50


def escape(data):
    return "".join(chr(c) if 32 <= c < 127 and c not in b"\\'" else "\\x%02x" % c for c in data)


class Suite:
    def __init__(self, body):
        self.body = body


class Bases:
    def __init__(self, node):
        self.node = node


def op(o):
    return " " + OPERATORS[type(o)]


def constant(node):
    v = node.value
    if v is None or v is True or v is False:
        return str(v).upper(), ""
    if v is ...:
        return "ELLIPSIS", ""
    if isinstance(v, str):
        return "STR", " '%s'" % escape(v.encode("utf-8", "surrogatepass"))
    if isinstance(v, bytes):
        return "BYTES", " '%s'" % escape(v)
    if isinstance(v, int):
        return "INT", " %d" % v
    if isinstance(v, float):
        return "FLOAT", " %.17g" % v
    return "COMPLEX", " %.17g" % v.imag


def suite(body):
    return [("a", Suite(body))] if body else []


def one(label, node):
    return [(label, node)] if node is not None else []


def many(label, nodes):
    return [(label, n) for n in nodes]


class Argument:
    """A parameter with its default."""

    def __init__(self, arg, default):
        self.arg, self.default = arg, default


def arguments(a):
    positional = a.posonlyargs + a.args
    defaults = [None] * (len(positional) - len(a.defaults)) + a.defaults
    out = [("a", Argument(a.vararg, None))] if a.vararg else []
    out += [("b", Argument(a.kwarg, None))] if a.kwarg else []
    out += [("list", Argument(x, d)) for x, d in zip(positional, defaults)]
    return out + [("list2", Argument(x, d)) for x, d in zip(a.kwonlyargs, a.kw_defaults)]


def describe(n):
    """(kind, text after the range, children) of a node of CPython's."""
    t = type(n).__name__
    flag = " flag" if t.startswith("Async") else ""
    match n:
        case ast.Module(): return "MODULE", "", many("list", n.body)
        case Suite(): return "SUITE", "", many("list", n.body)
        case Bases(): return "ARGS", "", many("list", n.node.bases) + many("list2", n.node.keywords)
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return ("FUNCTION_DEF", " " + n.name + flag, [("a", n.args)] + one("b", n.returns) + many("list", n.body)
                    + many("list2", n.decorator_list))
        case ast.ClassDef():
            bases = [("a", Bases(n))] if n.bases or n.keywords else []
            return "CLASS_DEF", " " + n.name, bases + many("list", n.body) + many("list2", n.decorator_list)
        case ast.Return(): return "RETURN", "", one("a", n.value)
        case ast.Delete(): return "DELETE", "", many("list", n.targets)
        case ast.Assign(): return "ASSIGN", "", [("a", n.value)] + many("list", n.targets)
        case ast.AugAssign(): return "AUG_ASSIGN", op(n.op), [("a", n.target), ("b", n.value)]
        case ast.AnnAssign():
            return ("ANN_ASSIGN", " flag" if n.simple else "",
                    [("a", n.target), ("b", n.annotation)] + one("c", n.value))
        case ast.For() | ast.AsyncFor():
            return "FOR", flag, [("a", n.target), ("b", n.iter)] + many("list", n.body) + many("list2", n.orelse)
        case ast.While(): return "WHILE", "", [("a", n.test)] + many("list", n.body) + many("list2", n.orelse)
        case ast.If(): return "IF", "", [("a", n.test)] + many("list", n.body) + many("list2", n.orelse)
        case ast.With() | ast.AsyncWith(): return "WITH", flag, many("list", n.body) + many("list2", n.items)
        case ast.withitem(): return "WITH_ITEM", "", [("a", n.context_expr)] + one("b", n.optional_vars)
        case ast.Match(): return "MATCH", "", [("a", n.subject)] + many("list", n.cases)
        case ast.match_case(): return "MATCH_CASE", "", [("a", n.pattern)] + one("b", n.guard) + many("list", n.body)
        case ast.Raise(): return "RAISE", "", one("a", n.exc) + one("b", n.cause)
        case ast.Try() | ast.TryStar():
            parts = suite(n.orelse) + [("b", s) for _, s in suite(n.finalbody)]
            return ("TRY", " flag" if t == "TryStar" else "",
                    parts + many("list", n.body) + many("list2", n.handlers))
        case ast.ExceptHandler(): return "HANDLER", " " + n.name if n.name else "", one("a", n.type) + many("list", n.body)
        case ast.Assert(): return "ASSERT", "", [("a", n.test)] + one("b", n.msg)
        case ast.Import(): return "IMPORT", "", many("list", n.names)
        case ast.ImportFrom():
            return "IMPORT_FROM", (" " + n.module if n.module else "") + " %d" % n.level, many("list", n.names)
        case ast.alias(): return "ALIAS", " " + n.name + (" as=" + n.asname if n.asname else ""), []
        case ast.Global() | ast.Nonlocal(): return t.upper(), "".join(" " + x for x in n.names), []
        case ast.Expr(): return "EXPR", "", [("a", n.value)]
        case ast.Pass() | ast.Break() | ast.Continue(): return t.upper(), "", []
        case ast.BoolOp(): return "BOOL_OP", op(n.op), many("list", n.values)
        case ast.NamedExpr(): return "NAMED", "", [("a", n.target), ("b", n.value)]
        case ast.BinOp(): return "BINARY", op(n.op), [("a", n.left), ("b", n.right)]
        case ast.UnaryOp(): return "UNARY", op(n.op), [("a", n.operand)]
        case ast.Lambda(): return "LAMBDA", "", [("a", n.args), ("b", n.body)]
        case ast.IfExp(): return "CONDITIONAL", "", [("a", n.test), ("b", n.body), ("c", n.orelse)]
        case ast.Dict(): return "DICT", "", many("list", n.keys) + many("list2", n.values)
        case ast.Set(): return "SET", "", many("list", n.elts)
        case ast.ListComp(): return "LIST_COMP", "", [("a", n.elt)] + many("list", n.generators)
        case ast.SetComp(): return "SET_COMP", "", [("a", n.elt)] + many("list", n.generators)
        case ast.GeneratorExp(): return "GENERATOR", "", [("a", n.elt)] + many("list", n.generators)
        case ast.DictComp(): return "DICT_COMP", "", [("a", n.key), ("b", n.value)] + many("list", n.generators)
        case ast.comprehension():
            return "COMPREHENSION", " flag" if n.is_async else "", [("a", n.target), ("b", n.iter)] + many("list", n.ifs)
        case ast.Await(): return "AWAIT", "", [("a", n.value)]
        case ast.Yield(): return "YIELD", "", one("a", n.value)
        case ast.YieldFrom(): return "YIELD_FROM", "", [("a", n.value)]
        case ast.Compare(): return "COMPARE", "".join(map(op, n.ops)), [("a", n.left)] + many("list", n.comparators)
        case ast.Call(): return "CALL", "", [("a", n.func)] + many("list", n.args) + many("list2", n.keywords)
        case ast.keyword(): return "KEYWORD", " " + n.arg if n.arg else "", [("a", n.value)]
        case ast.JoinedStr(): return "JOINED_STR", "", many("list", n.values)
        case ast.FormattedValue():
            return ("FORMATTED", " %d" % (n.conversion if n.conversion != -1 else 0),
                    [("a", n.value)] + one("b", n.format_spec))
        case ast.Constant(): return constant(n) + ([],)
        case ast.Attribute(): return "ATTRIBUTE", " " + n.attr, [("a", n.value)]
        case ast.Subscript(): return "SUBSCRIPT", "", [("a", n.value), ("b", n.slice)]
        case ast.Starred(): return "STARRED", "", [("a", n.value)]
        case ast.Name(): return "NAME", " " + n.id, []
        case ast.List() | ast.Tuple(): return t.upper(), "", many("list", n.elts)
        case ast.Slice(): return "SLICE", "", one("a", n.lower) + one("b", n.upper) + one("c", n.step)
        case ast.arguments(): return "ARGUMENTS", " %d" % len(n.posonlyargs), arguments(n)
        case Argument(): return "ARG", " " + n.arg.arg, one("a", n.arg.annotation) + one("b", n.default)
        case ast.MatchValue(): return "PAT_VALUE", "", [("a", n.value)]
        case ast.MatchSingleton(): return "PAT_SINGLETON", " " + str(n.value), []
        case ast.MatchSequence(): return "PAT_SEQUENCE", "", many("list", n.patterns)
        case ast.MatchMapping():
            return "PAT_MAPPING", " " + n.rest if n.rest else "", many("list", n.keys) + many("list2", n.patterns)
        case ast.MatchClass():
            keywords = [("keyword=" + k, p) for k, p in zip(n.kwd_attrs, n.kwd_patterns)]
            return "PAT_CLASS", "", [("a", n.cls)] + many("list", n.patterns) + keywords
        case ast.MatchStar(): return "PAT_STAR", " " + n.name if n.name else "", []
        case ast.MatchAs(): return "PAT_AS", " " + n.name if n.name else "", one("a", n.pattern)
        case ast.MatchOr(): return "PAT_OR", "", many("list", n.patterns)
    raise TypeError(t)


def place(n):
    n = n.arg if isinstance(n, Argument) else n
    return " %d:%d-%d:%d" % (n.lineno, n.col_offset, n.end_lineno, n.end_col_offset) if hasattr(n, "lineno") else ""


def dump(tree):
    lines, stack = [], [("root", tree, 0)]
    while stack:
        label, node, depth = stack.pop()
        indent = " " * min(depth, MAX_INDENT)
        if node is None:
            lines.append("%s%s: NONE_ITEM" % (indent, label))
            continue
        kind, text, children = describe(node)
        lines.append("%s%s: %s%s%s" % (indent, label, kind, place(node), text))
        stack.extend((l, c, depth + 1) for l, c in reversed(children))
    return lines


def ours(lines):
    """Our dump in CPython's terms: the text of `x=` fields joins the literal before, as CPython has it; singletons
    are shown by value."""
    out = []
    for line in lines:
        body = line.lstrip(" ")
        indent = line[:len(line) - len(body)]
        words = body.split(" ")
        if len(words) > 4 and words[1] == "FORMATTED":
            text = body.split(" '", 1)[1][:-1]
            piece = "%s%s STR %s '" % (indent, words[0], words[2])
            if out and out[-1].startswith(piece):
                out[-1] = out[-1][:-1] + text + "'"
            else:
                out.append(piece + text + "'")
            line = indent + " ".join(words[:4])
        if len(words) == 3 and words[1] in ("NONE", "TRUE", "FALSE") and words[0] == "a:" and out:
            above = out[-1]
            if ": PAT_SINGLETON" in above and len(above) - len(above.lstrip(" ")) == len(indent) - 1:
                out[-1] += " " + words[1].capitalize()
                continue
        out.append(line)
    return out


def corpus(paths):
    for path in paths:
        if os.path.isfile(path):
            yield path
        for folder, folders, names in os.walk(path):
            folders.sort()
            yield from (os.path.join(folder, n) for n in sorted(names) if n.endswith(".py"))


def reference(path):
    try:
        with open(path, "rb") as source:
            text = source.read()
        text.decode("utf-8")
        tree = ast.parse(text)
        compile(text, path, "exec", dont_inherit=True)
        return tree
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def sections(text):
    name, lines = None, []
    for line in text.split("\n"):
        if line.startswith("== "):
            if name:
                yield name, lines
            name, lines = line[3:], []
        elif line:
            lines.append(line)
    if name:
        yield name, lines


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20000)
    dumper, paths = build(), sys.argv[1:] or ["/usr/lib/python3.11"]
    files = list(corpus(paths))
    compared = different = skipped = unsupported = 0
    for first in range(0, len(files), 50):
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as names:
            names.write("".join(f + "\n" for f in files[first:first + 50]))
            names.flush()
            output = subprocess.run([dumper, "--list", names.name], capture_output=True, text=True).stdout
        for path, lines in sections(output):
            tree = reference(path)
            if tree is None:
                skipped += 1
                continue
            if lines[0].startswith("error[P0006]"):
                unsupported += 1
                continue
            expected, got = dump(tree), ours(lines)
            compared += 1
            if expected == got:
                continue
            different += 1
            at = next((i for i, (a, b) in enumerate(zip(expected, got)) if a != b), min(len(expected), len(got)))
            print("%s: line %d of the dump\n  expected %s\n  got      %s"
                  % (path, at + 1, "".join(expected[at:at + 1]), "".join(got[at:at + 1])))
    print("%d files compared, %d different, %d skipped, %d use what is not supported"
          % (compared, different, skipped, unsupported))
    sys.exit(1 if different or not compared else 0)


if __name__ == "__main__":
    main()

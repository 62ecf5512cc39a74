"""Runs the `flow` graphs of a printed program on Python's own objects: an oracle for flow-graph construction.

    interpret.py PROGRAM.flow       (`weft dump --after=flow`)

Graphs of modules other than the program's own (builtins, the standard library) are not run: Python's take their place.
"""

import abc
import builtins
import importlib
import operator
import re
import sys
import types

TOKEN = re.compile(
    r'\s*(?:(?P<bytes>b"(?:[^"\\]|\\.)*")|(?P<string>"(?:[^"\\]|\\.)*")|(?P<variable>%(?:"(?:[^"\\]|\\.)*"|\w*)\.?\d+)'
    r"|(?P<graph>@(?:\"(?:[^\"\\]|\\.)*\"|[\w.]+))|(?P<big>-?\d+n)|(?P<number>-?(?:\d+\.?\d*(?:e[-+]?\d+)?|inf|nan)\b)"
    r"|(?P<arrow>->)|(?P<dots>\.\.\.)|(?P<word>[A-Za-z_][\w.]*)|(?P<mark>.))"
)
CONSTANTS = {"none": None, "true": True, "false": False}
UNDEFINED = object()


class Constant:
    def __init__(self, value):
        self.value = value


def unescape(quoted):
    raw = re.sub(r"\\(x..|.)", lambda m: chr(int(m[1][1:], 16)) if m[1][0] == "x" else m[1], quoted[1:-1])
    return raw.encode("latin-1")


def text_of(quoted):
    return unescape(quoted).decode("utf-8", "surrogatepass")


class Reader:
    """The tokens of one line."""

    def __init__(self, line):
        self.tokens = [(m.lastgroup, m[m.lastgroup]) for m in TOKEN.finditer(line)]
        self.at = 0

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else (None, None)

    def take(self, text=None):
        token = self.peek()
        if text is not None and token[1] != text:
            raise SyntaxError(f"{text!r} expected, not {token}: {self.tokens}")
        self.at += 1
        return token

    def accept(self, text):
        if self.peek()[1] == text:
            self.at += 1
            return True
        return False

    def name(self):
        kind, text = self.take()
        return text_of(text) if kind == "string" else None if text == "-" else text

    def graph(self):
        text = self.take()[1][1:]
        return text_of(text) if text.startswith('"') else text

    def variable(self):
        return int(re.search(r"\d+$", self.take()[1])[0])

    def value(self):
        kind, text = self.peek()
        if kind == "variable":
            return self.variable()
        self.take()
        if kind == "string":
            return Constant(text_of(text))
        if kind == "bytes":
            return Constant(unescape(text[1:]))
        if kind == "big":
            return Constant(int(text[:-1]))
        if kind == "number":
            return Constant(int(text) if re.fullmatch(r"-?\d+", text) else float(text))
        if kind == "dots":
            return Constant(...)
        if text == "complex":
            self.take("(")
            number = float(self.take()[1])
            self.take(")")
            return Constant(complex(0, number))
        return Constant(UNDEFINED if text == "undefined" else CONSTANTS[text])

    def values(self, end):
        result = []
        while self.peek()[1] not in end:
            result.append(self.value())
            self.accept(",")
        return result

    def attribute(self):
        if self.peek()[0] == "graph":
            return self.graph()
        if re.fullmatch(r"-?\d+", self.peek()[1]):
            return int(self.take()[1])
        if not self.accept("{"):
            return self.name()
        names = []
        while not self.accept("}"):
            names.append(self.name())
            self.accept(",")
        return names


class Block:
    def __init__(self, inputs):
        self.inputs, self.ops, self.switch, self.exits = inputs, [], None, []


class Graph:
    def __init__(self, name, is_generator):
        self.name, self.is_generator = name, is_generator
        self.blocks, self.params, self.first = {}, None, None


def read_params(reader):
    params = {"count": int(reader.take()[1]), "positional_only": 0, "keyword_only": 0, "cells": 0}
    params["varargs"] = params["kwargs"] = False
    while not reader.accept("("):
        word = reader.take()[1]
        params[word] = True if word in ("varargs", "kwargs") else int(reader.take()[1])
    params["names"] = []
    while not reader.accept(")"):
        params["names"].append(reader.name())
        if reader.accept(":"):
            reader.take()
        reader.accept(",")
    return params


def read_op(line):
    reader, result = Reader(line), None
    if reader.peek()[0] == "variable":
        result = reader.variable()
        for mark in (":", "py", "="):
            reader.take(mark)
    code, attributes = reader.name(), []
    if reader.accept("["):
        while not reader.accept("]"):
            attributes.append(reader.attribute())
            reader.accept(",")
    return result, code, attributes, reader.values(("!", None))


def read_exit(line):
    reader = Reader(line)
    case, name, variable = reader.name(), None, None
    if case == "except":
        if reader.peek()[1] not in ("as", "->"):
            name = reader.name()
        if reader.accept("as"):
            variable = reader.variable()
            reader.take(":"), reader.take("py")
    reader.accept("->")
    label = reader.name()
    reader.take("(")
    return case, name, variable, label, reader.values((")",))


def read_block(graph, line):
    reader = Reader(line)
    label, inputs = reader.name(), []
    reader.take("(")
    while not reader.accept(")"):
        inputs.append(reader.variable())
        reader.take(":"), reader.take("py")
        reader.accept(",")
    graph.blocks[label] = block = Block(inputs)
    graph.first = graph.first or block
    return block


CONSTANT_POSITION = re.compile(r' at !\d+:\d+-(\d+:)?\d+( in ("[^"]*"|[\w.<>]+))?')


def read_program(text):
    text = CONSTANT_POSITION.sub("", text)
    graphs, graph, block = {}, None, None
    for line in text.split("\n"):
        if line.startswith("graph "):
            reader = Reader(line)
            reader.take("graph")
            graph = Graph(reader.graph(), " generator" in line)
            graphs[graph.name] = graph
        elif line.startswith("  params "):
            graph.params = read_params(Reader(line[9:]))
        elif graph and re.match(r"(b\d+|return|except)\(", line):
            block = read_block(graph, line)
        elif line == "}":
            graph = None
        elif not graph or line.startswith("  pyname ") or line == "{":
            continue
        elif line.startswith("  switch "):
            block.switch = Reader(line[9:]).value()
        elif line == "  on_exception":
            block.switch = "exception"
        elif line.startswith("    ") or line.startswith("  jump "):
            block.exits.append(read_exit(line))
        elif line.strip():
            block.ops.append(read_op(line))
    return graphs


# ---- running ----------------------------------------------------------------------------------------------------


class Cell:
    value = UNDEFINED


class Machine:
    def __init__(self, graphs):
        self.graphs = graphs
        self.modules = {}
        self.classes = {}  # graph of a method -> its class
        self.handled = None

    # -- modules and names

    def module(self, name):
        if name not in self.modules:
            body = self.graphs.get(f"{name}.<module>")
            if not body or name == "builtins" or name.startswith("weft"):
                self.modules[name] = importlib.import_module(name)
            else:
                self.modules[name] = types.ModuleType(name)
                parent, _, child = name.rpartition(".")
                if parent:
                    setattr(self.module(parent), child, self.modules[name])
                self.call(body, [])
        return self.modules[name]

    def load_global(self, name, module):
        if module == "builtins" and name in HELPERS:
            return HELPERS[name]
        if module == "typing":
            for place in ("typing", "abc", "collections.abc"):
                if hasattr(importlib.import_module(place), name):
                    return getattr(importlib.import_module(place), name)
        found = getattr(self.module(module), name, UNDEFINED)
        if found is UNDEFINED:
            raise NameError(f"name {name!r} is not defined")
        return found

    # -- functions and classes

    def make_function(self, graph, count, names, args):
        p = graph.params
        safe = [re.sub(r"\W", "_", name) for name in p["names"]]
        positional = safe[: p["count"]]
        keyword = safe[p["count"] : p["count"] + p["keyword_only"]]
        rest = safe[p["count"] + p["keyword_only"] :]
        if p["positional_only"]:
            positional.insert(p["positional_only"], "/")
        defaults = tuple(args[:count])
        optional = {name: value for name, value in zip(names, args[count:])}
        cells = list(args[count + len(names) :])
        first = len(p["names"][: p["count"]]) - count
        declared = [f"{n}=None" if n != "/" and safe.index(n) >= first else n for n in positional]
        if p["varargs"] or keyword:
            declared.append("*" + (rest[0] if p["varargs"] else ""))
        declared += [f"{n}=None" if n in optional else n for n in keyword]
        if p["kwargs"]:
            declared.append("**" + rest[-1])
        name = graph.name.rpartition(".")[2].partition("#")[0]
        space = {"RUN": lambda values: self.enter(graph, list(values) + cells)}
        exec(f"def function({', '.join(declared)}): return RUN(({''.join(n + ', ' for n in safe)}))", space)
        function = space["function"]
        function.__name__ = name
        function.__qualname__ = graph.name.partition(".")[2].partition("#")[0]
        function.__defaults__ = defaults or None
        function.__kwdefaults__ = optional or None
        function.graph = graph
        return function

    def class_new(self, name, module, bases):
        made = types.new_class(name.rpartition(".")[2], tuple(bases))
        made.__qualname__, made.__module__ = name, module
        return made

    def class_set(self, made, name, value):
        for inner in (value, getattr(value, "__func__", None), getattr(value, "fget", None), getattr(value, "fset", None)):
            if hasattr(inner, "graph"):
                self.classes[inner.graph] = made
        setattr(made, name, classmethod(value) if name == "__init_subclass__" else value)
        if hasattr(type(value), "__set_name__"):
            value.__set_name__(made, name)
        abc.update_abstractmethods(made)
        if name == "__eq__" and "__hash__" not in made.__dict__:
            made.__hash__ = None

    # -- graphs

    def enter(self, graph, args):
        return self.generate(graph, args) if graph.is_generator else self.call(graph, args)

    def call(self, graph, args):
        try:
            next(self.run(graph, args))
        except StopIteration as end:
            raised, value = end.value
        else:
            raise SystemError("yield in a function that is not a generator")
        if raised:
            raise value
        return value

    def generate(self, graph, args):
        raised, value = yield from self.run(graph, args)
        if raised:
            raise value
        return value

    def run(self, graph, args):
        """Never raises: gives (whether it raised, result or exception). Yields what the graph yields."""
        block, values = graph.first, {}
        while True:
            values = dict(zip(block.inputs, args, strict=True))
            link, raised = None, None
            for i, (result, code, attributes, names) in enumerate(block.ops):
                try:
                    operands = [self.get(values, name) for name in names]
                    if code == "yield":
                        sent = thrown = value = None
                        try:
                            sent = yield operands[0]
                        except BaseException as error:  # noqa: BLE001
                            thrown = error
                    elif code in ("sent", "thrown"):
                        value = sent if code == "sent" else thrown
                    else:
                        value = self.execute(graph, code, attributes, operands)
                except BaseException as error:  # noqa: BLE001
                    if block.switch != "exception" or i + 1 < len(block.ops):
                        return True, error
                    raised = error
                    self.set_context(error)
                else:
                    if result is not None:
                        values[result] = value
            link = self.leave(block, values, raised)
            if link is None:
                return True, raised
            args = [self.get(values, name) for name in link[4]]
            if link[3] in ("return", "except"):
                return link[3] == "except", args[0]
            block = graph.blocks[link[3]]

    @staticmethod
    def get(values, name):
        return name.value if isinstance(name, Constant) else values[name]

    def leave(self, block, values, raised):
        if block.switch is None:
            return block.exits[0]
        if block.switch != "exception":
            value = self.get(values, block.switch)
            assert value is True or value is False
            return block.exits[value]
        if raised is None:
            return block.exits[0]
        for link in block.exits[1:]:
            if link[1] is None or isinstance(raised, getattr(builtins, link[1])):
                if link[2] is not None:
                    values[link[2]] = raised
                return link
        return None

    def execute(self, graph, code, attributes, args):
        if code in SIMPLE:
            return SIMPLE[code](*args)
        return getattr(self, "op_" + code)(graph, attributes, args)

    # -- ops with attributes or state

    def op_getattr(self, graph, attributes, args):
        return getattr(args[0], attributes[0])

    def op_setattr(self, graph, attributes, args):
        setattr(args[0], attributes[0], args[1])

    def op_delattr(self, graph, attributes, args):
        delattr(args[0], attributes[0])

    def op_call_py(self, graph, attributes, args):
        stars, names = attributes
        function, *args = args
        keywords = dict(args.pop()) if stars & 2 else {}
        named = dict(zip(names, args[len(args) - len(names) :]))
        args = args[: len(args) - len(names)]
        rest = args.pop() if stars & 1 else ()
        return function(*args, *rest, **named, **keywords)

    def op_super(self, graph, attributes, args):
        return super(self.classes[graph], args[0])

    def op_unpack(self, graph, attributes, args):
        try:
            iterator = iter(args[0])
        except TypeError:
            raise TypeError(f"cannot unpack non-iterable {type(args[0]).__name__} object") from None
        items = []
        for item in iterator:
            if len(items) == attributes[0]:
                raise ValueError(f"too many values to unpack (expected {attributes[0]})")
            items.append(item)
        if len(items) < attributes[0]:
            raise ValueError(f"not enough values to unpack (expected {attributes[0]}, got {len(items)})")
        return tuple(items)

    def op_unpack_star(self, graph, attributes, args):
        before, after = attributes[0] % 256, attributes[0] // 256
        items = list(args[0])
        if len(items) < before + after:
            raise ValueError(f"not enough values to unpack (expected at least {before + after}, got {len(items)})")
        return (*items[:before], items[before : len(items) - after], *items[len(items) - after :])

    def op_load_global(self, graph, attributes, args):
        return self.load_global(*attributes)

    def op_store_global(self, graph, attributes, args):
        setattr(self.module(attributes[1]), attributes[0], args[0])

    def op_del_global(self, graph, attributes, args):
        self.load_global(*attributes)
        delattr(self.module(attributes[1]), attributes[0])

    def op_make_cell(self, graph, attributes, args):
        return Cell()

    def op_cell_get(self, graph, attributes, args):
        if args[0].value is UNDEFINED:
            raise NameError(f"unbound {attributes[0]}")
        return args[0].value

    def op_cell_set(self, graph, attributes, args):
        args[0].value = args[1]

    def op_getattr_or(self, graph, attributes, args):
        return getattr(args[0], attributes[0], args[1])

    def op_hasattr(self, graph, attributes, args):
        return hasattr(args[0], attributes[0])

    def op_check_bound(self, graph, attributes, args):
        if not args[0] and graph.name.endswith(".<module>"):
            raise NameError(f"name {attributes[0]!r} is not defined")
        if not args[0]:
            raise UnboundLocalError(
                f"cannot access local variable {attributes[0]!r} where it is not associated with a value"
            )

    def op_make_function(self, graph, attributes, args):
        return self.make_function(self.graphs[attributes[0]], attributes[1], attributes[2], args)

    def op_class_new(self, graph, attributes, args):
        module = graph.name
        while f"{module}.<module>" not in self.graphs:
            module = module.rpartition(".")[0]
        return self.class_new(attributes[0], module, args)

    def op_class_set(self, graph, attributes, args):
        self.class_set(args[0], attributes[0], args[1])

    def op_class_field(self, graph, attributes, args):
        args[0].__dict__.get("__annotations__") or setattr(args[0], "__annotations__", {})
        args[0].__annotations__[attributes[0]] = attributes[1]

    def op_annotate_value(self, graph, attributes, args):
        pass

    def op_annotate_attribute(self, graph, attributes, args):
        pass

    def op_import_module(self, graph, attributes, args):
        return self.module(attributes[0])

    def set_context(self, error):
        """As CPython does for an exception raised while another one is handled."""
        if error.__context__ is None and error is not self.handled:
            error.__context__ = self.handled

    def op_exc_value(self, graph, attributes, args):
        error = exc_value(args[0])
        self.set_context(error)
        return error

    def op_caught(self, graph, attributes, args):
        return args[0]

    def op_enter_handler(self, graph, attributes, args):
        old, self.handled = self.handled, args[0]
        return old

    def op_leave_handler(self, graph, attributes, args):
        self.handled = args[0]

    def op_current_exc(self, graph, attributes, args):
        if self.handled is None:
            raise RuntimeError("No active exception to reraise")
        return self.handled


def exc_value(value):
    if isinstance(value, type) and issubclass(value, BaseException):
        return value()
    if not isinstance(value, BaseException):
        raise TypeError("exceptions must derive from BaseException")
    return value


def set_cause(exception, cause):
    exception.__cause__ = None if cause is None else exc_value(cause)


def print_write(text, file):
    (file or sys.stdout).write(text)


def print_end(end, file, flush):
    (file or sys.stdout).write(end)


def print_sep(sep, file, is_first):
    if not is_first:
        print_write(" " if sep is None else sep, file)


def print_all(items, sep, file, is_first):
    for item in items:
        print_sep(sep, file, is_first)
        print_write(str(item), file)
        is_first = False
    return is_first


RETURNED = {}  # id of the iterator of a `yield from` -> what it returned


def delegate(items, sent, thrown):
    try:
        if thrown is not None:
            if isinstance(thrown, GeneratorExit):
                getattr(items, "close", list)()
                raise thrown
            if not hasattr(items, "throw"):
                raise thrown
            return items.throw(thrown)
        return next(items) if sent is None else items.send(sent)
    except StopIteration as end:
        RETURNED[id(items)] = end.value
        raise


def raise_thrown(exception):
    if exception is not None:
        raise exception


def cell_local(cell, name):
    if cell.value is UNDEFINED:
        raise UnboundLocalError(f"cannot access local variable {name!r} where it is not associated with a value")
    return cell.value


def cell_free(cell, name):
    if cell.value is UNDEFINED:
        raise NameError(f"cannot access free variable {name!r} where it is not associated with a value in enclosing scope")
    return cell.value


HELPERS = {
    "_keep_stop_values": lambda: None,
    "_cell": lambda: Cell(),
    "_cell_local": cell_local,
    "_cell_free": cell_free,
    "_cell_set": lambda cell, value: setattr(cell, "value", value),
    "_cell_unbind": lambda cell: setattr(cell, "value", UNDEFINED),
    "_keywords_dict": dict,
    "_print_items": list,
    "_print_sep": print_sep,
    "_print_all": print_all,
    "_print_write": print_write,
    "_print_end": print_end,
    "_delegate": delegate,
    "_drop_iterator": lambda items: None,
    "_count_cleanup": lambda change: None,
    "_raise_thrown": raise_thrown,
    "_return_value": lambda items: RETURNED.pop(id(items), None),
    "_min2": lambda x, y: y if y < x else x,
    "_max2": lambda x, y: y if y > x else x,
}


def simple_ops():
    ops = {
        "pow": operator.pow, "contains": operator.contains, "neg": operator.neg, "pos": operator.pos,
        "invert": operator.invert, "not": operator.not_, "truth": bool, "is": operator.is_, "is_not": operator.is_not,
        "getitem": operator.getitem, "setitem": operator.setitem, "delitem": operator.delitem,
        "isinstance": isinstance, "len": len, "to_str": str, "repr": repr, "format": format, "hash": hash, "abs": abs,
        "iter": iter, "next": next, "type_py": type, "set_cause": set_cause,
        "getslice": lambda x, a, b, c: x[a:b:c], "delslice": lambda x, a, b, c: x.__delitem__(slice(a, b, c)),
        "setslice": lambda x, a, b, c, v: x.__setitem__(slice(a, b, c), v),
        "build_tuple": lambda *items: items, "build_list": lambda *items: list(items),
        "build_set": lambda *items: set(items), "build_dict": lambda *items: dict(zip(items[::2], items[1::2])),
        "build_string": lambda *items: "".join(items), "prefixed_str": lambda x, y, spec: x + (str(y) if spec is None else format(y, spec)), "list_append": list.append, "list_extend": lambda all, items, more: all.extend(items), "list_put": list.append,
        "set_add": set.add, "set_update": set.update, "dict_set": dict.__setitem__, "dict_update": dict.update,
        "to_tuple": tuple, "exc_match": lambda e, c: issubclass(type(e), c),
    }  # fmt: skip
    for name in "add sub mul matmul truediv floordiv mod lshift rshift and or xor lt le eq ne gt ge".split():
        ops[name] = getattr(operator, name + "_" if name in ("and", "or") else name)
        if "i" + name != "ilt" and hasattr(operator, "i" + name):
            ops["i" + name] = getattr(operator, "i" + name)
    ops["ipow"] = operator.ipow
    return ops


SIMPLE = simple_ops()


def main():
    sys.setrecursionlimit(100000)
    path, sys.argv = sys.argv[1], sys.argv[1:]
    graphs = read_program(open(path, encoding="latin-1").read())
    machine = Machine(graphs)
    machine.modules["__main__"] = types.ModuleType("__main__")
    machine.modules["__main__"].__name__ = "__main__"
    try:
        machine.call(graphs["__main__.<module>"], [])
    except SystemExit:
        raise
    except BaseException as error:  # noqa: BLE001
        sys.stdout.flush()
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()

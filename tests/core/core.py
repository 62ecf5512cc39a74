"""Runs the core library's modules under CPython: `load("list")` gives runtime/core/list.py as a module.

The source is changed where the dialect differs: integers of wrapping modules wrap, others are checked to fit 64 bits;
annotations are not evaluated; fields start as zero; in the module that defines list or dict, displays make those.
"""
import __future__

import ast
import functools
import importlib.abc
import importlib.machinery
import importlib.util
import os
import sys
import types

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "runtime", "cpython"))
sys.dont_write_bytecode = True

import weft  # noqa: E402
import weft.lowlevel as lowlevel  # noqa: E402

lowlevel.real_text = lambda function: lambda self: str(function(self))

ZERO = {"int": 0, "bool": False, "float": 0.0}
edits = {}  # module -> pairs of texts: bugs to plant
ARITHMETIC = (ast.Add, ast.Sub, ast.Mult, ast.LShift)


class Dialect(ast.NodeTransformer):
    def __init__(self, tree):
        assigned = [n.targets[0].id for n in tree.body if isinstance(n, ast.Assign) and isinstance(n.targets[0], ast.Name)]
        self.fit = "wrap" if "__wrapping__" in assigned else "checked"
        self.classes = {n.name for n in tree.body if isinstance(n, ast.ClassDef)}

    def fitted(self, node):
        return ast.Call(ast.Attribute(ast.Name("lowlevel__", ast.Load()), self.fit, ast.Load()), [node], [])

    def visit_BinOp(self, node):
        self.generic_visit(node)
        return self.fitted(node) if isinstance(node.op, ARITHMETIC) else node

    def visit_UnaryOp(self, node):
        self.generic_visit(node)
        return self.fitted(node) if isinstance(node.op, ast.USub) else node

    def visit_AugAssign(self, node):
        self.generic_visit(node)
        if not isinstance(node.op, ARITHMETIC) or isinstance(node.target, ast.Subscript):
            return node
        text = ast.unparse(node.target)
        return [node, ast.Assign([node.target], self.fitted(ast.parse(text, mode="eval").body))]

    def visit_FunctionDef(self, node):
        self.generic_visit(node)
        if node.name in ("__repr__", "__str__"):
            node.decorator_list.append(ast.Attribute(ast.Name("lowlevel__", ast.Load()), "real_text", ast.Load()))
        return node

    def visit_ClassDef(self, node):
        self.generic_visit(node)
        for i, item in enumerate(node.body):
            if isinstance(item, ast.AnnAssign) and item.value is None:
                item.value = ast.Constant(ZERO.get(ast.unparse(item.annotation)))
        return node

    def visit_List(self, node):
        self.generic_visit(node)
        if "list" not in self.classes or not isinstance(node.ctx, ast.Load):
            return node
        return ast.Call(ast.Name("list", ast.Load()), [node] if node.elts else [], [])

    def visit_Dict(self, node):
        if "dict" not in self.classes:
            return node
        return ast.Call(ast.Name("dict", ast.Load()), [], [])


@functools.lru_cache(maxsize=None)
def translated(text, path):
    """What a module imports from the core, and the code of all else."""
    tree = ast.parse(text, path)
    imports = [n for n in tree.body if isinstance(n, ast.ImportFrom) and n.module.startswith("weft.core.")]
    tree.body = [n for n in tree.body if n not in imports]
    tree = ast.fix_missing_locations(Dialect(tree).visit(tree))
    return imports, compile(tree, path, "exec", __future__.annotations.compiler_flag, dont_inherit=True)


class CoreLoader(importlib.abc.Loader):
    def __init__(self, path):
        self.path = path

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        with open(self.path, encoding="utf-8") as file:
            text = file.read()
        for old, new in edits.get(module.__name__, ()):
            assert text.count(old) == 1, f"{self.path} does not say once: {old}"
            text = text.replace(old, new)
        imports, code = translated(text, self.path)
        module.__dict__["lowlevel__"] = lowlevel
        exec(code, module.__dict__)
        # Imports come last, so that cycles among the modules do no harm.
        for node in imports:
            source = importlib.import_module(node.module)
            for alias in node.names:
                module.__dict__[alias.asname or alias.name] = getattr(source, alias.name)


class CoreFinder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        folder = {"weft.core.": "core", "weft.stdlib.": "stdlib", "weft.gc.": "gc"}.get(name[: name.rfind(".") + 1])
        if folder is None:
            return None
        file = os.path.join(ROOT, "runtime", folder, name[name.rfind(".") + 1 :] + ".py")
        return importlib.util.spec_from_loader(name, CoreLoader(file))


for package in "weft.core", "weft.stdlib", "weft.gc":
    sys.modules[package] = types.ModuleType(package)
    sys.modules[package].__path__ = []
sys.meta_path.insert(0, CoreFinder())


def load(name, package="core"):
    return importlib.import_module("weft." + package + "." + name)


def outcome(function, *args):
    """What a call gives, in comparable form: the repr of its value, or the exception's name and text."""
    try:
        value = function(*args)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
    return shown(value)


def shown(value):
    if isinstance(value, lowlevel.Text):
        assert value.is_narrow(), "a string that is wider than it needs to be"
        return repr(str(value))
    if isinstance(value, tuple):
        return "(" + "".join(shown(x) + "," for x in value) + ")"
    if isinstance(value, list):
        return "[" + ", ".join(shown(x) for x in value) + "]"
    return repr(value)

"""Makes a program smaller as long as a test holds: whole statements go first, then expressions become smaller ones."""

import ast
import copy


def statement_lists(tree):
    for node in ast.walk(tree):
        for field in ("body", "orelse", "finalbody", "handlers", "cases"):
            items = getattr(node, field, None)
            if isinstance(items, list) and items:
                yield items, field


def drop_statements(tree, holds):
    """Removes runs of statements, halving their length; answers whether anything went."""
    changed, index = False, 0
    while True:
        lists = sorted(statement_lists(tree), key=lambda pair: -len(pair[0]))
        if index >= len(lists):
            return changed
        items, field = lists[index]
        size = len(items)
        while size:
            start = 0
            while start < len(items):
                kept = items[start : start + size]
                replacement = [ast.Pass()] if len(kept) == len(items) and field in ("body",) else []
                if len(kept) == 1 and isinstance(kept[0], ast.Pass) and replacement:
                    start += size
                    continue
                items[start : start + size] = replacement
                if works(tree, holds):
                    changed = True
                    start += len(replacement)
                else:
                    items[start : start + len(replacement)] = kept
                    start += size
            size //= 2
        index += 1


def works(tree, holds):
    try:
        source = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
        compile(source, "p", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, AttributeError, IndexError, TypeError, RecursionError):
        return False
    return holds(source)


def unwrap_statements(tree, holds):
    """Replaces a compound statement by its parts."""
    changed = False
    for items, field in list(statement_lists(tree)):
        if field in ("handlers", "cases"):
            continue
        i = 0
        while i < len(items):
            node = items[i]
            for part in ("body", "orelse", "finalbody"):
                inner = getattr(node, part, None)
                if isinstance(inner, list) and inner and not isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                    items[i : i + 1] = inner
                    if works(tree, holds):
                        changed = True
                        break
                    items[i : i + len(inner)] = [node]
            i += 1
    return changed


def slots(tree):
    """(owner, field, index, expression) of all expressions, the outer before the inner."""
    for node in ast.walk(tree):
        for field, value in ast.iter_fields(node):
            if isinstance(value, ast.expr) and isinstance(getattr(value, "ctx", ast.Load()), ast.Load):
                yield node, field, None, value
            elif isinstance(value, list):
                for i, item in enumerate(value):
                    if isinstance(item, ast.expr) and isinstance(getattr(item, "ctx", ast.Load()), ast.Load):
                        yield node, field, i, item


def simpler(node):
    """Expressions that may stand for this one, the smallest first."""
    if isinstance(node, ast.Constant):
        return
    literals = [ast.Constant(x) for x in (0, 1, "", "a", None, True, 1.5)] + [ast.List([], ast.Load())]
    if not isinstance(node, ast.Name) and not (isinstance(node, ast.List) and not node.elts):
        yield from literals
    elif isinstance(node, ast.Name):
        yield from literals[:3]
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            yield child
    for field in ("elts", "args", "values", "keywords", "generators"):
        items = getattr(node, field, None)
        if isinstance(items, list) and items and not isinstance(node, ast.BoolOp):
            for i in range(len(items)):
                smaller = copy.copy(node)
                setattr(smaller, field, items[:i] + items[i + 1 :])
                if field == "values" and isinstance(node, ast.Dict):
                    smaller.keys = node.keys[:i] + node.keys[i + 1 :]
                yield smaller
    for generator in getattr(node, "generators", []):
        yield generator.iter


def put(owner, field, index, value):
    if index is None:
        setattr(owner, field, value)
    else:
        getattr(owner, field)[index] = value


def shrink_expressions(tree, holds):
    changed, position = False, 0
    while True:
        several = list(slots(tree))
        if position >= len(several):
            return changed
        owner, field, index, node = several[position]
        for candidate in simpler(node):
            put(owner, field, index, candidate)
            if works(tree, holds):
                changed = True
                break
            put(owner, field, index, node)
        else:
            position += 1


def drop_parameters(tree, holds):
    changed = False
    for node in ast.walk(tree):
        if isinstance(node, ast.arguments):
            for field in ("args", "kwonlyargs", "defaults"):
                items = getattr(node, field)
                for i in reversed(range(len(items))):
                    kept = items.pop(i)
                    if works(tree, holds):
                        changed = True
                    else:
                        items.insert(i, kept)
    return changed


def minimise(source, holds, rounds=6):
    """The smallest program found for which holds(source)."""
    tree = ast.parse(source)
    if not works(tree, holds):
        return source
    for _ in range(rounds):
        steps = [step(tree, holds) for step in (drop_statements, unwrap_statements, shrink_expressions, drop_parameters)]
        if not any(steps):
            break
    return ast.unparse(ast.fix_missing_locations(tree)) + "\n"

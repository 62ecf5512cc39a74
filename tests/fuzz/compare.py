"""Runs a program under CPython and under Weft and says how the two differ."""

import ast
import os
import re
import resource
import signal
import subprocess
from pathlib import Path

ORACLE = ["/usr/bin/python3.11", "-S", "-W", "ignore", str(Path(__file__).with_name("oracle.py"))]
ENVIRONMENT = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8"}
OUT_OF_TIME = (-signal.SIGXCPU, -signal.SIGKILL)
# Frames of CPython's library, and of Weft's where that stands for it (enums), which differ.
LIBRARY_FRAME = re.compile(rb'^  File "(?:/usr/lib/python3|<string>").*\n(?:    .*\n)*', re.M)
SUGGESTION = re.compile(rb"\. Did you mean: '\w+'\?$", re.M)  # of a traceback's last line: Weft makes none
WARNING = re.compile(rb"^warning\[.*\n(?:.+\n)*\n?", re.M)  # Weft's, of what raises where it is caught


def comparable(err):
    """Standard error without what may differ."""
    return LIBRARY_FRAME.sub(b"", SUGGESTION.sub(b"", WARNING.sub(b"", err)))


WATCH = """
def _w(x):
    if isinstance(x, int) and not -(2**63) <= x < 2**63:
        raise SystemExit(99)
    if isinstance(x, (list, tuple, set)):
        for item in x:
            _w(item)
    return x


"""


class Watch(ast.NodeTransformer):
    """Hands every result of arithmetic and of calls to _w, which stops the program at an int beyond 64 bits."""

    def visit(self, node):
        node = self.generic_visit(node)
        if isinstance(node, (ast.BinOp, ast.UnaryOp, ast.Call)):
            return ast.copy_location(ast.Call(ast.Name("_w", ast.Load()), [node], []), node)
        return node

    def visit_AugAssign(self, node):
        self.generic_visit(node)
        if not isinstance(node.target, ast.Name):
            return node
        check = ast.Expr(ast.Call(ast.Name("_w", ast.Load()), [ast.Name(node.target.id, ast.Load())], []))
        return [node, check]


class Outcome:
    def __init__(self, status, out, err):
        self.status, self.out, self.err = status, out, err


class Oracle:
    """CPython, see oracle.py."""

    def __init__(self):
        self.server = subprocess.Popen(ORACLE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=ENVIRONMENT, text=True)

    def run(self, path, seconds):
        print(seconds, path, file=self.server.stdin, flush=True)
        status = int(self.server.stdout.readline())
        out, err = (Path(f"{path}.{end}").read_bytes() for end in ("out", "err"))
        return Outcome("timeout" if status in OUT_OF_TIME else status, out, comparable(err))

    def close(self):
        self.server.stdin.close()
        self.server.wait()


def limit_memory(size=3 << 29):
    """Of this process and of those it starts."""
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


def run(command, path, seconds):
    """seconds: of processor time; a machine may be busy."""
    limited = ["prlimit", f"--cpu={seconds}", *command, str(path)]
    try:
        done = subprocess.run(limited, capture_output=True, timeout=20 * seconds, cwd=path.parent, stdin=subprocess.DEVNULL, env=ENVIRONMENT)
    except subprocess.TimeoutExpired:
        return Outcome("timeout", b"", b"")
    return Outcome("timeout" if done.returncode in OUT_OF_TIME else done.returncode, done.stdout, comparable(done.stderr))


def has_no_answer(expected):
    """Whether what CPython prints depends on addresses, the depth of its stack, time or memory."""
    text = expected.out + expected.err
    return expected.status in ("timeout", 120) or any(word in text for word in (b"MemoryError", b"RecursionError", b" at 0x"))


def mistakes(expected):
    """What ill-typed programs print under CPython."""
    text = expected.out + expected.err
    return {name for name in (b"TypeError", b"AttributeError", b"NameError", b"UnboundLocalError", b"SyntaxError") if name in text}


class Comparer:
    """commands: ways of running Weft, such as [["weft", "eval"], ["weft", "run", "-O2"]]."""

    def __init__(self, oracle, commands, folder):
        self.oracle, self.commands, self.folder = oracle, commands, Path(folder)

    def compare(self, source, allowed=None):
        """(kind, details): kind is same, skipped, refused: .., or wrong: ..

        allowed: the mistakes a program may have (smaller versions must not become ill-typed); afterwards self.mistakes are this one's."""
        path = self.folder / "program.py"
        path.write_text(source)
        expected = self.oracle.run(path, 5)
        if allowed is not None and not (mistakes(expected) <= allowed):
            return "ill-typed", ""
        self.mistakes = mistakes(expected)
        if has_no_answer(expected):
            return "skipped", ""
        for command in self.commands:
            kind, details = self.judge(source, path, expected, run(command, path, 20 if "eval" in command else 60), "eval" in command)
            if kind != "same":
                return kind, f"{' '.join(command)}\n{details}"
        return "same", ""

    def judge(self, source, path, expected, got, is_eval):
        """The evaluator prints exceptions without their tracebacks."""
        err = got.err.decode(errors="replace")
        if got.status == "timeout":
            return "wrong: timeout", ""
        if is_eval:
            expected, got = untraced(expected), untraced(got)
        if (got.status, got.out, got.err) == (expected.status, expected.out, expected.err):
            return "same", ""
        if self.overflows(source, path, err):
            early = expected.out.startswith(got.out)
            return ("skipped", "") if early else ("wrong: output before an overflow", difference(expected, got))
        if got.status not in (0, 1) or "internal" in err or "unreachable" in err:
            return "wrong: crash " + last_line(re.sub(r"\d+", "N", err)), err
        refusal = re.search(r"error\[(\w+)\]", err)
        if refusal and not got.out:
            return "refused: " + refusal.group(1), err
        if "not supported" in err:
            return "refused: while running", err
        what = "output" if got.out != expected.out else "status" if got.status != expected.status else "stderr"
        return "wrong: " + what, difference(expected, got)

    def overflows(self, source, path, err):
        if "64" not in err and "OverflowError" not in err:
            return False
        tree = ast.fix_missing_locations(Watch().visit(ast.parse(source)))
        path.write_text(WATCH + ast.unparse(tree))
        status = self.oracle.run(path, 10).status
        path.write_text(source)
        return status == 99


def untraced(outcome):
    lines = outcome.err.split(b"\n")
    return Outcome(outcome.status, outcome.out, b"\n".join(x for x in lines if not x.startswith((b"  ", b"Traceback (most"))))


def last_line(text):
    return text.strip().split("\n")[-1][:100]


def difference(expected, got):
    text = []
    for name in ("out", "err"):
        a, b = (getattr(x, name).decode(errors="replace").split("\n") for x in (expected, got))
        for i in range(max(len(a), len(b))):
            x, y = a[i] if i < len(a) else "<end>", b[i] if i < len(b) else "<end>"
            if x != y:
                text.append(f"std{name} line {i + 1}:\n  CPython: {x}\n  Weft:    {y}")
                break
    if expected.status != got.status:
        text.append(f"status: CPython {expected.status}, Weft {got.status}")
    return "\n".join(text)

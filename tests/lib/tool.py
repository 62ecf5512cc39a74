"""Running weft, its programs and the oracle, with caches and time limits."""

import hashlib
import json
import os
import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path

ORACLE = "/usr/bin/python3.11"
MEMORY = 2 << 30
RUNTIME = Path(__file__).resolve().parents[2] / "runtime" / "cpython"  # what programs import as `weft` under CPython


@dataclass
class Outcome:
    status: int  # negative: killed by that signal
    out: str
    err: str

    def describe(self):
        return f"status {self.status}\n{self.out[-1500:]}{self.err[-3000:]}"


def run(command, cwd=None, env=None, stdin="", timeout=120):
    words = [str(word) for word in command]
    try:
        done = subprocess.run(words, cwd=cwd, env=env, input=stdin.encode(), capture_output=True, timeout=timeout)
    except subprocess.TimeoutExpired as late:
        return Outcome(-9, (late.stdout or b"").decode(errors="replace"), f"did not end within {timeout} s")
    return Outcome(
        done.returncode, done.stdout.decode(errors="surrogateescape"), done.stderr.decode(errors="surrogateescape")
    )


class Tool:
    """The compiler under test, a folder for temporary files, and the oracle's cached answers."""

    def __init__(self, weft, build, sanitize, thorough, configurations):
        self.weft = Path(weft).resolve()
        self.build = Path(build).resolve()
        self.sanitize = sanitize
        self.thorough = thorough
        self.configurations = configurations
        self.answers = self.build / "oracle"
        self.answers.mkdir(parents=True, exist_ok=True)
        self.env = dict(os.environ, XDG_CACHE_HOME=str(self.build / "test-cache"), LC_ALL="C.UTF-8")
        for name in ("CFLAGS", "LDFLAGS", "PYTHONPATH", "PYTHONUNBUFFERED", "MAKEFLAGS", "NO_COLOR"):
            self.env.pop(name, None)
        self.env["WEFT_GC_NURSERY"] = "64K"  # small programs shall collect, too
        if sanitize:
            # At -O2 the C compiler takes several times as long with sanitizers, and finds no more.
            flags = "-O1 -fsanitize=address,undefined -fno-sanitize-recover=undefined -Wno-error"
            self.env.update(CFLAGS=flags, LDFLAGS=flags, ASAN_OPTIONS="detect_leaks=0")

    def call(self, *args, cwd=None, stdin="", timeout=300, env=None):
        return run([self.weft, *args], cwd=cwd, env={**self.env, **(env or {})}, stdin=stdin, timeout=timeout)

    def run_program(self, binary, args=(), cwd=None, stdin="", timeout=60):
        """A program that has lost its way must not take the machine's memory with it."""
        limit = [] if self.sanitize else ["prlimit", f"--data={MEMORY}"]
        return run([*limit, binary, *args], cwd=cwd, env=self.env, stdin=stdin, timeout=timeout)

    def oracle(self, args, cwd, texts, stdin="", timeout=120):
        """What CPython does with these arguments; `texts` is all that the answer depends on."""
        key = hashlib.sha256(json.dumps([list(map(str, args)), stdin, *texts]).encode(errors="surrogateescape"))
        cached = self.answers / key.hexdigest()
        if cached.exists():
            return Outcome(**json.loads(cached.read_text()))
        env = dict(self.env, PYTHONHASHSEED="0", PYTHONDONTWRITEBYTECODE="1", PYTHONPATH=str(RUNTIME))
        answer = run([ORACLE, *args], cwd=cwd, env=env, stdin=stdin, timeout=timeout)
        temporary = cached.with_suffix(f".{os.getpid()}")
        temporary.write_text(json.dumps(answer.__dict__))
        temporary.replace(cached)
        return answer


def words(text):
    return shlex.split(text or "")

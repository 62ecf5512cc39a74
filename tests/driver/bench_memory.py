# test: script
"""bench/memory: programs print the same in all languages that there are, the table has what can be said of each column,
and pauses are read and summed up rightly."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, "bench")
sys.dont_write_bytecode = True

from lib import pauses  # noqa: E402


def memory(folder, *words):
    command = [sys.executable, "bench/memory", f"--weft={os.environ['WEFT']}", "--quick", f"--out={folder}", *words]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    rows = json.loads((folder / "memory.json").read_text())["rows"]
    return {(row["example"], row["column"]): row for row in rows}


def check_collectors(folder):
    cells = memory(folder, "--only=generational,refcount-naive,none,c", "gcbench")
    own, none = cells["gcbench", "generational"], cells["gcbench", "none"]
    assert own["collections"] >= 1 and own["pause_max"] >= own["pause_median"] > 0, own
    assert 0 <= own["utilisation"] < 100 and own["rate"] > 0 and own["relative"] > 0 and own["by_c"] > 0, own
    assert "collections" not in none and none["peak"] > 4, none
    assert cells["gcbench", "c"]["by_c"] == 1, cells
    assert {file.suffix for file in folder.iterdir()} == {".txt", ".csv", ".json", ".svg"}


def check_languages(folder):
    cells = memory(folder, "--only=c,c-gc,go,ocaml,java-serial")
    there = 2 * 7 + 4 * sum(shutil.which(word) is not None for word in ("go", "ocamlopt", "javac"))
    assert len(cells) == there, (there, cells)
    assert all(row["relative"] is None for row in cells.values())


def check_pauses():
    log = "gc 1: collection, at 10000 us, 10000 us, 400 KB before, 100 KB after\n"
    log += "gc 2: minor, at 30000 us, 30000 us, 600 KB before, 100 KB after\n"
    found = pauses.of_weft(log)
    assert found == [pauses.Pause(0.01, 0.01), pauses.Pause(0.03, 0.03)], found
    assert pauses.allocated(log) == 900 << 10
    assert round(pauses.utilisation(found, 1.0), 6) == 0.2, pauses.utilisation(found, 1.0)
    assert round(pauses.utilisation(found[:1], 0.02), 6) == 0.5
    summary = pauses.summary(found, 1.0)
    assert (summary["collections"], summary["pause_max"], summary["pause_p99"]) == (2, 30, 30), summary
    assert pauses.summary([], 1.0)["utilisation"] == 100 and pauses.summary(None, 1.0) == {}
    (one,) = pauses.of_java("[0.015s] GC(0) Pause Young (Allocation Failure) 7M->1M(247M) 5.000ms")
    assert round(one.begin, 6) == 0.01 and one.length == 0.005, one
    first, last = pauses.of_go("gc 1 @0.004s 2%: 1.0+2.0+3.0 ms clock, 0.1+0/0/0+0.1 ms cpu, 4->4->0 MB")
    assert (first.begin, first.length, round(last.begin, 6), last.length) == (0.004, 0.001, 0.007, 0.003)


check_pauses()
with tempfile.TemporaryDirectory() as name:
    check_collectors(Path(name))
    check_languages(Path(name))

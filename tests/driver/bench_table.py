# test: script
"""bench/table --quick: every configuration builds and prints what CPython prints, as do the C programs; the table comes
as text, CSV, JSON and SVG with a value wherever there is one to be had."""

import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
from pathlib import Path

BUILDS = ["none", "inline", "malloc", "escape", "escape-only", "no-fold", "no-switches", "everything"]


def table(folder, *words):
    command = [sys.executable, "bench/table", f"--weft={os.environ['WEFT']}", "--quick", f"--out={folder}", *words]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def check_builds(folder):
    printed = table(folder, f"--only={','.join(BUILDS)},c,cpython", "--no-valgrind", "fannkuch")
    assert "CPU time, everything = 1" in printed and printed == (folder / "table.txt").read_text()
    rows = json.loads((folder / "table.json").read_text())["rows"]
    assert [row["column"] for row in rows] == [*BUILDS, "c", "cpython"], rows
    for row in rows:
        assert row["seconds"] > 0 and row["relative"] > 0, row
        assert (row["code"] is None) == (row["column"] == "cpython"), row
        assert (row["allocations"] is not None) == (row["weft_ms"] is not None) == (row["column"] in BUILDS), row
    costs = {row["column"]: row["allocations"] for row in rows}
    assert costs["none"] > costs["malloc"] >= costs["everything"], costs
    assert len(list(csv.DictReader((folder / "table.csv").open()))) == len(rows)
    bars = xml.etree.ElementTree.parse(folder / "table.svg").iter("{http://www.w3.org/2000/svg}rect")
    assert len(list(bars)) == 1 + 2 * len(rows), "a background, and for each row a bar and a place in the legend"


def check_c_programs(folder):
    table(folder, "--only=c,c-gc", "--no-valgrind")
    rows = json.loads((folder / "table.json").read_text())["rows"]
    assert len(rows) == 10, rows


def check_instructions(folder):
    table(folder, "--only=c", "fannkuch")
    (row,) = json.loads((folder / "table.json").read_text())["rows"]
    assert row["relative"] is None and 100 < row["instructions"] < 300, row


with tempfile.TemporaryDirectory() as name:
    check_builds(Path(name))
    check_c_programs(Path(name))
    if shutil.which("valgrind"):
        check_instructions(Path(name))

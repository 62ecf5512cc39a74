"""When collectors kept programs waiting, as their logs say, and what that amounts to."""

import bisect
import re
from dataclasses import dataclass

WINDOW = 0.05
WEFT = re.compile(r"gc \d+: (\w+), at (\d+) us, (\d+) us, (\d+) KB before, (\d+) KB after")
JAVA = re.compile(r"\[([\d.]+)s\].* Pause .* ([\d.]+)ms")
GO = re.compile(r"gc \d+ @([\d.]+)s \d+%: ([\d.]+)\+([\d.]+)\+([\d.]+) ms clock")


@dataclass(frozen=True)
class Pause:
    """Seconds since the program's start."""

    begin: float
    length: float

    @property
    def end(self):
        return self.begin + self.length


def of_weft(log):
    return [Pause(int(at) / 1e6, int(length) / 1e6) for _, at, length, _, _ in WEFT.findall(log)]


def of_java(log):
    """Its times are those of the pauses' ends."""
    found = [(float(end), float(length) / 1e3) for end, length in JAVA.findall(log)]
    return [Pause(end - length, length) for end, length in found]


def of_go(log):
    """A collection stops the program when it begins and when it ends."""
    found = []
    for line in GO.findall(log):
        at, first, between, last = float(line[0]), *(float(number) / 1e3 for number in line[1:])
        found += [Pause(at, first), Pause(at + first + between, last)]
    return found


def allocated(log):
    """Bytes, but for those after the last collection: what there is more before each than after the one before."""
    total = after_last = 0
    for _, _, _, before, after in WEFT.findall(log):
        total += max(int(before) - after_last, 0)
        after_last = int(after)
    return total << 10


def quantile(values, part):
    """The least value that so large a part of them does not exceed."""
    ordered = sorted(values)
    return ordered[min(int(part * len(ordered)), len(ordered) - 1)]


def utilisation(pauses, wall):
    """The least part of any 50 ms that was left to the program (of all the time, if that is less). Windows that begin
    or end with a pause are the worst."""
    window = min(WINDOW, wall)
    pauses = sorted(pauses, key=lambda pause: pause.begin)
    begins, ends, before = [p.begin for p in pauses], [p.end for p in pauses], [0.0]
    for pause in pauses:
        before.append(before[-1] + pause.length)

    def waited(time):
        count = bisect.bisect_right(begins, time)
        return before[count] - (max(ends[count - 1] - time, 0.0) if count else 0.0)

    starts = [0.0, *(min(begin, wall - window) for begin in begins), *(max(end - window, 0.0) for end in ends)]
    return 1 - max(waited(start + window) - waited(start) for start in starts) / window


def summary(pauses, wall):
    """Milliseconds and per cent; nothing of who does not say how long he takes."""
    if pauses is None:
        return {}
    lengths = [pause.length * 1e3 for pause in pauses] or [0.0]
    return {
        "collections": len(pauses),
        "pause_median": quantile(lengths, 0.5),
        "pause_p99": quantile(lengths, 0.99),
        "pause_max": max(lengths),
        "utilisation": 100 * utilisation(pauses, wall),
    }

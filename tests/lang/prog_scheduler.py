# test: lang
# A typical program.
"""Priority scheduling simulation with heapq, dataclasses, generators, deque."""
import heapq
import random
from collections import Counter, deque
from dataclasses import dataclass, field, asdict, replace
from enum import IntEnum
from itertools import count
from typing import Optional


class Priority(IntEnum):
    LOW = 3
    NORMAL = 2
    HIGH = 1


@dataclass(order=True)
class Task:
    priority: Priority
    seq: int
    name: str = field(compare=False)
    cost: int = field(compare=False, default=1)
    deps: list[str] = field(compare=False, default_factory=list, repr=False)
    done_at: Optional[int] = field(compare=False, default=None)


class Scheduler:
    def __init__(self):
        self._heap: list[Task] = []
        self._seq = count()
        self._waiting: dict[str, Task] = {}
        self.done: list[str] = []
        self.clock = 0

    def submit(self, name, priority=Priority.NORMAL, cost=1, deps=()):
        task = Task(priority, next(self._seq), name, cost, list(deps))
        if all(d in self.done for d in task.deps):
            heapq.heappush(self._heap, task)
        else:
            self._waiting[name] = task
        return task

    def _release(self):
        ready = [n for n, t in self._waiting.items() if set(t.deps) <= set(self.done)]
        for n in ready:
            heapq.heappush(self._heap, self._waiting.pop(n))

    def run(self):
        while self._heap:
            task = heapq.heappop(self._heap)
            self.clock += task.cost
            task.done_at = self.clock
            self.done.append(task.name)
            yield task
            self._release()


s = Scheduler()
build = s.submit("build", cost=5, deps=["fetch"])
s.submit("fetch", Priority.HIGH, 2)
s.submit("lint", Priority.LOW)
s.submit("test", deps=("build", "lint"), cost=3)
s.submit("docs")
for t in s.run():
    print(f"{t.done_at:>3} {t.name:<6} {t.priority.name:<7}{t}")
print(s.done, s._waiting, build.done_at, build < Task(Priority.HIGH, 9, "x"), replace(build, name="b2", cost=0))
random.seed(42)
queue, served, waits = deque(), Counter(), []
for minute in range(60):
    if random.random() < 0.4:
        queue.append((minute, random.choice(["cash", "card"])))
    if minute % 3 == 0 and queue:
        arrived, kind = queue.popleft()
        served[kind] += 1
        waits.append(minute - arrived)
print(served, len(queue), f"avg wait {sum(waits) / len(waits):.2f}", max(waits), [random.randint(1, 6) for _ in range(5)])
deck = [r + s for s in "SH" for r in "A23"]
random.shuffle(deck)
print(deck, random.sample(range(100), 3), round(random.gauss(0, 1), 6), random.uniform(1, 2))
print(heapq.nlargest(3, [5, 1, 9, 7]), heapq.nsmallest(2, ["pear", "fig", "apple"], key=len), list(heapq.merge([1, 4], [2, 3])))


@dataclass
class Point:
    x: int = 0
    y: int = 0

    def __add__(self, o):
        return Point(self.x + o.x, self.y + o.y)


@dataclass
class Line:
    a: Point
    b: Point
    tags: list = field(default_factory=lambda: ["new"])


line = Line(Point(1, 2), Point(3, 4) + Point(y=1))
print(line, asdict(line.b), line == Line(Point(1, 2), Point(3, 5)), sum([Point(1, 1), Point(2, 2)], Point()))
match line:
    case Line(Point(0, 0), _):
        print("from origin")
    case Line(a=Point(x=px), b=Point(y=py)) if py > px:
        print("up", px, py)

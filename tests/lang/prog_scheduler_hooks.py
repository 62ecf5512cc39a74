# test: lang
import heapq
import itertools
from functools import total_ordering


@total_ordering
class Task:
    counter = itertools.count(1)

    def __init__(self, name, priority=5, duration=1, depends=()):
        self.id = next(Task.counter)
        self.name = name
        self.priority = priority
        self.duration = duration
        self.depends = set(depends)
        self.done_at = None

    def __eq__(self, other):
        if not isinstance(other, Task):
            return NotImplemented
        return (self.priority, self.id) == (other.priority, other.id)

    def __lt__(self, other):
        return (self.priority, self.id) < (other.priority, other.id)

    def __hash__(self):
        return hash(self.id)

    def __repr__(self):
        return f"Task({self.name!r}, p={self.priority})"


class Clock:
    def __init__(self):
        self.now = 0

    def advance(self, n):
        if n < 0:
            raise ValueError("time flows forward")
        self.now += n
        return self.now


class Scheduler:
    def __init__(self, workers=1):
        self.clock = Clock()
        self.ready = []
        self.waiting = {}
        self.finished = {}
        self.workers = workers
        self.hooks = {"start": [], "finish": []}

    def on(self, event):
        def register(function):
            self.hooks[event].append(function)
            return function
        return register

    def fire(self, event, *args):
        for hook in self.hooks[event]:
            hook(*args)

    def submit(self, *tasks):
        for task in tasks:
            if task.depends <= self.finished.keys():
                heapq.heappush(self.ready, task)
            else:
                self.waiting[task.name] = task

    def _release(self):
        free = [t for t in self.waiting.values() if not t.depends - set(self.finished)]
        for task in free:
            del self.waiting[task.name]
            heapq.heappush(self.ready, task)

    def run(self):
        running = []
        while self.ready or running:
            while self.ready and len(running) < self.workers:
                task = heapq.heappop(self.ready)
                heapq.heappush(running, (self.clock.now + task.duration, task.id, task))
                self.fire("start", self.clock.now, task)
            end, _, task = heapq.heappop(running)
            self.clock.advance(end - self.clock.now)
            task.done_at = self.clock.now
            self.finished[task.name] = task
            self.fire("finish", self.clock.now, task)
            self._release()
        return self.clock.now


def demo(workers):
    scheduler = Scheduler(workers)
    timeline = []

    @scheduler.on("start")
    def started(now, task):
        timeline.append(f"{now}:+{task.name}")

    @scheduler.on("finish")
    def finished(now, task):
        timeline.append(f"{now}:-{task.name}")

    scheduler.submit(
        Task("deploy", 1, 2, depends=["test", "docs"]),
        Task("build", 2, 3),
        Task("docs", priority=9, duration=2),
        Task("test", 3, 4, ["build"]),
        Task("lint", 4),
        Task("never", 1, 1, ["missing"]),
    )
    total = scheduler.run()
    print(f"{workers} worker(s): {total} units")
    print("  " + " ".join(timeline))
    print("  waiting:", list(scheduler.waiting), "finished:", sorted(scheduler.finished.values()))
    print("  latest:", max(scheduler.finished.values(), key=lambda t: (t.done_at, t.name)))


for n in (1, 2, 3):
    demo(n)
a, b = Task("a", 1), Task("b", 1)
print(a < b, a >= b, a == a, a != b, a == "a", sorted([b, a]), len({a, b, a}))
queue = [(3, "low"), (1, "high"), (2, "mid")]
heapq.heapify(queue)
print([heapq.heappop(queue)[1] for _ in range(len(queue))], heapq.nsmallest(2, [5, 1, 4]), heapq.nlargest(1, "hello"))
try:
    Clock().advance(-1)
except ValueError as error:
    print("error:", error)

# test: lang
# A scheduler of generators.


class Task:
    def __init__(self, name, steps):
        self.name = name
        self.body = steps
        self.sleep = 0


def worker(name, n, log):
    for i in range(n):
        log.append(f"{name}{i}")
        yield i + 1
    log.append(name + " done")


def idle(log):
    while True:
        log.append(".")
        yield 1


def run(tasks, ticks):
    for tick in range(ticks):
        for task in list(tasks):
            if task.sleep:
                task.sleep -= 1
                continue
            try:
                task.sleep = next(task.body)
            except StopIteration:
                tasks.remove(task)


log = []
tasks = [Task("a", worker("a", 3, log)), Task("b", worker("b", 1, log)), Task("i", idle(log))]
run(tasks, 9)
print(" ".join(log), len(tasks))

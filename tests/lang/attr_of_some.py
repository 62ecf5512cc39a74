# test: lang
"""An attribute that only some of the classes that come here have: AttributeError for the others."""


class Task:
    def start(self):
        return self.run(1)


class Idle(Task):
    def __init__(self):
        self.count = 0


class Worker(Task):
    limit = 3

    def __init__(self):
        self.done = []

    def run(self, n):
        self.done.append(n)
        return len(self.done)

    @property
    def name(self):
        return "worker"


class Handler(Worker):
    def run(self, n):
        return -n


def use(task, what):
    if what == 0:
        return task.run(5)
    if what == 1:
        return task.limit
    return len(task.name)


for what in range(3):
    for task in (Worker(), Handler(), Idle(), Task()):
        try:
            print(use(task, what), end=" ")
        except AttributeError as error:
            print(error, end=" ")
    print()
for task in (Worker(), Idle()):
    try:
        print(task.start())
    except AttributeError as error:
        print(error)

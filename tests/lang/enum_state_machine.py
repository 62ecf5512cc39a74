# test: lang
# An enum as the state of objects, as dict keys, in dispatch tables and in sets.
from enum import Enum


class State(Enum):
    IDLE = "idle"
    RUNNING = "running"
    DONE = "done"

    def next(self):
        return ORDER[self]

    @property
    def is_final(self):
        return self is State.DONE


ORDER = {State.IDLE: State.RUNNING, State.RUNNING: State.DONE, State.DONE: State.DONE}


class Job:
    def __init__(self, name, state=State.IDLE):
        self.name = name
        self.state = state

    def step(self):
        self.state = self.state.next()
        return self

    def __repr__(self):
        return f"Job({self.name}, {self.state.name})"


jobs = [Job("a"), Job("b", State.RUNNING), Job("c", State.DONE)]
print(jobs, [j.step() for j in jobs])
while not all(j.state.is_final for j in jobs):
    for j in jobs:
        j.step()
print(jobs)
counts = {}
for j in [Job("x"), Job("y"), Job("z", State.DONE)]:
    counts[j.state] = counts.get(j.state, 0) + 1
for state, n in counts.items():
    print(state, n)
print(State.IDLE in {State.IDLE, State.DONE}, State.RUNNING in [State.IDLE], State.IDLE == "idle")
current = None
print(current == State.IDLE, current is State.IDLE)
current = State.DONE
print(current == State.DONE, current.value)

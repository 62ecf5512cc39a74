# test: lang
# Enums with a base of their own, in functions and in classes.
from enum import Enum


class Base(Enum):
    def hello(self):
        return "hello " + self.name
class Derived(Base):
    A = 1
    B = 2
print(Derived.A.hello(), list(Derived), Derived.B, Derived(1))
def local():
    class State(Enum):
        ON = 1
        OFF = 0
    return State.ON, State.OFF.value, [s for s in State]
print(local())
class Machine:
    class Mode(Enum):
        IDLE = 0
        BUSY = 1
    def __init__(self):
        self.mode = Machine.Mode.IDLE
    def work(self):
        self.mode = Machine.Mode.BUSY
m = Machine()
m.work()
print(m.mode, m.mode is Machine.Mode.BUSY, m.mode.value)

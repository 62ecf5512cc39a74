# Finalizers that make themselves, and what they refer to, alive again; in chains, in which each does so at its turn.
import gc


class Saved:
    def __init__(self):
        self.things = []
        self.count = 0


saved = Saved()


class Thing:
    def __init__(self, number, next):
        self.number = number
        self.next = next

    def __del__(self):
        saved.count += 1
        saved.things.append(self)


def chain(first, length):
    thing = None
    for i in range(length):
        thing = Thing(first + i, thing)


def all_numbers():
    found = set()
    for thing in saved.things:
        while thing is not None:
            found.add(thing.number)
            thing = thing.next
    return found


LENGTH = 10


def main(size, rounds):
    for number in range(rounds):
        before = saved.count
        for first in range(0, size, LENGTH):
            chain(first, LENGTH)
        gc.collect()
        print(size * 0.99 <= len(all_numbers()) <= size)  # a conservative collector may see some
        for _ in range(LENGTH + 1):
            saved.things.clear()
            gc.collect()
        print(size * 0.99 <= saved.count - before <= size)
        saved.things.clear()

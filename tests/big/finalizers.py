# Many objects with finalizers, alone, in pairs and in cycles: each runs once.
import gc


class Counter:
    def __init__(self):
        self.dead = 0


counter = Counter()


class Thing:
    def __init__(self, other):
        self.other = other

    def __del__(self):
        counter.dead += 1


def make(count):
    for i in range(0, count, 4):
        Thing(Thing(None))
        Thing(None)
        thing = Thing(None)
        thing.other = thing


def main(size, rounds):
    for number in range(1, rounds + 1):
        make(size)
        gc.collect()
        print(size * number * 0.999 <= counter.dead <= size * number)  # a conservative collector may see some

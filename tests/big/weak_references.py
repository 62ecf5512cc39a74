# Many weak references, several to one object; dicts of them; half of the objects die.
import gc
import weakref


class Thing:
    def __init__(self, number):
        self.number = number


def make(size, refs, names, keep):
    for i in range(size):
        thing = Thing(i)
        refs.append(weakref.ref(thing))
        if i % 4 == 0:
            names[i] = thing
        if i % 2 == 0:
            keep.append(thing)
            refs.append(weakref.ref(thing))


def main(size, rounds):
    for _ in range(rounds):
        refs, keep, names = [], [], weakref.WeakValueDictionary()
        make(size, refs, names, keep)
        gc.collect()
        alive = sum(1 for r in refs if r() is not None)
        print(len(refs), size <= alive <= size * 1.001, len(names) == (size + 3) // 4)
        print(sum(names[i].number for i in range(0, size, 4)), sum(thing.number for thing in keep))
        for i in range(len(keep)):  # not keep.clear(): a conservative collector may still see the old list
            keep[i] = Thing(-1)
        gc.collect()
        print(sum(1 for r in refs if r() is None) >= len(refs) * 0.999, len(names) <= size * 0.001, len(keep), keep[0].number)

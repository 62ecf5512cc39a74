# A list of many objects, of which every second one is replaced, and a dict of some.
import gc


class Leaf:
    def __init__(self, number):
        self.number = number


def main(size, rounds):
    for _ in range(rounds):
        leaves = [Leaf(i) for i in range(size)]
        named = {i: leaves[i] for i in range(0, size, 5)}
        gc.collect()
        for i in range(0, size, 2):
            leaves[i] = Leaf(-i)
        gc.collect()
        print(sum(leaf.number for leaf in leaves), sum(leaf.number for leaf in named.values()))
        leaves.clear()
        named.clear()
        gc.collect()

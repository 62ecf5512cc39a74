# A linked list: built, walked, dropped.
import gc


class Link:
    def __init__(self, number, next):
        self.number = number
        self.next = next


def build(count):
    first = None
    for i in range(count):
        first = Link(i, first)
    return first


def total(link):
    found = 0
    while link is not None:
        found += link.number
        link = link.next
    return found


def main(size, rounds):
    for _ in range(rounds):
        first = build(size)
        gc.collect()
        print(total(first))
        first = None
        gc.collect()

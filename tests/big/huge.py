# Arrays of that many items of 8 bytes, of numbers and of references, a text and bytes as large: beyond 32 bits.
import gc


class Thing:
    def __init__(self, number):
        self.number = number


def numbers(size):
    items = [7] * size
    items[size - 1] = 1 << 40
    items[size // 2] = -1
    gc.collect()
    return items[size - 1], items[-2], items[size // 2], len(items), items.count(7)


def things(size):
    thing = Thing(3)
    items = [thing] * size
    gc.collect()
    items[size - 2] = Thing(4)
    items[1] = Thing(5)
    thing = Thing(6)
    gc.collect()
    return items[size - 2].number, items[1].number, items[size - 1].number, items[0] is items[size // 2], thing.number


def texts(size):
    text = "abcdefgh" * size
    gc.collect()
    data = bytearray(8 * size)
    data[8 * size - 1] = 9
    return len(text), text[8 * size - 1], text[-8:], text.find("ha", 8 * size - 16), data[-1], data[size]


def main(size, rounds):
    for _ in range(rounds):
        print(numbers(size))
        gc.collect()
        print(things(size))
        gc.collect()
        print(texts(size))
        gc.collect()

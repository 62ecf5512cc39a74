"""Operations on lists, dicts, sets and tuples, each timed alone. Prints `name seconds check`: the check is the same
everywhere."""
import time

N = 20000
INTS = [i * 7919 % N for i in range(N)]
FLOATS = [i * 7919 % N * 0.5 for i in range(N)]
WORDS = ["word%d" % i for i in INTS]
PAIRS = [(i % 100, i) for i in INTS]
NAMED = [("name%d" % (i % 50), i) for i in INTS]


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __eq__(self, other):
        return isinstance(other, Point) and self.x == other.x and self.y == other.y

    def __hash__(self):
        return hash((self.x, self.y))


POINTS = [Point(i % 300, i % 77) for i in range(N)]


def allocate():
    last = None
    for i in range(2000000):
        last = Point(i, last) if i & 7 else None
    return last is None


def list_append():
    total = 0
    for _ in range(50):
        items = []
        for i in range(N):
            items.append(i)
        total += len(items)
    return total


def list_index():
    total = 0
    for _ in range(50):
        for i in range(N):
            total += INTS[i]
    return total


def list_iterate():
    total = 0
    for _ in range(100):
        for i in INTS:
            total ^= i
    return total


def list_comprehension():
    total = 0
    for _ in range(50):
        total += len([i + 1 for i in INTS if i & 1])
    return total


def list_slice():
    total = 0
    for i in range(100000):
        total += len(INTS[i & 1023 : (i & 1023) + 20])
    return total


def list_in():
    total = 0
    for i in range(300):
        total += (i * 61 in INTS) + INTS.index(i)
    return total


def list_pop_insert():
    items = list(range(1000))
    for i in range(100000):
        items.insert(i % 900, items.pop())
    return sum(items) + items[7]


def list_concat():
    total = 0
    for i in range(200000):
        total += len([i] + [i, i] * 2)
    return total


def list_equal():
    other = list(INTS)
    total = 0
    for _ in range(100):
        total += INTS == other
    return total


def sort_ints():
    total = 0
    for _ in range(20):
        total += sorted(INTS)[7]
    return total


def sort_floats():
    total = 0.0
    for _ in range(20):
        total += sorted(FLOATS)[7]
    return total


def sort_words():
    total = 0
    for _ in range(5):
        total += len(sorted(WORDS)[7])
    return total


def sort_tuples():
    total = 0
    for _ in range(5):
        total += sorted(PAIRS)[7][1]
    return total


def sort_named():
    total = 0
    for _ in range(5):
        total += sorted(NAMED)[7][1]
    return total


def sort_key():
    total = 0
    for _ in range(10):
        total += sorted(PAIRS, key=lambda pair: -pair[1])[7][1]
    return total


def sort_key_word():
    total = 0
    for _ in range(5):
        total += sorted(NAMED, key=lambda named: named[0], reverse=True)[7][1]
    return total


def sort_reverse():
    total = 0
    for _ in range(20):
        items = list(INTS)
        items.sort(reverse=True)
        total += items[7]
    return total


def sort_sorted():
    items = sorted(INTS)
    total = 0
    for _ in range(200):
        total += sorted(items)[7]
    return total


def dict_get_int():
    table = {i: i for i in INTS}
    total = 0
    for _ in range(20):
        for i in INTS:
            total += table[i]
    return total


def dict_set_int():
    total = 0
    for _ in range(20):
        table = {}
        for i in INTS:
            table[i] = i
        total += len(table)
    return total


def dict_count_int():
    total = 0
    for _ in range(50):
        counts = {}
        for i in INTS:
            counts[i & 255] = counts.get(i & 255, 0) + 1
        total += len(counts)
    return total


def dict_get_word():
    table = {word: 1 for word in WORDS}
    total = 0
    for _ in range(20):
        for word in WORDS:
            total += table[word]
    return total


def dict_in_tuple():
    table = {pair: 1 for pair in PAIRS}
    total = 0
    for _ in range(10):
        for i in range(N):
            if (i % 100, i) in table:
                total += 1
    return total


def dict_point():
    table = {}
    for _ in range(10):
        for point in POINTS:
            table[point] = table.get(point, 0) + 1
    return len(table)


def dict_iterate():
    table = {i: i for i in INTS}
    total = 0
    for _ in range(50):
        for key, value in table.items():
            total += key - value
        for key in table:
            total += key
    return total


def dict_delete():
    total = 0
    for _ in range(20):
        table = {i: i for i in INTS}
        for i in range(N):
            del table[i]
        total += len(table)
    return total


def dict_setdefault():
    total = 0
    for _ in range(20):
        groups = {}
        for i in INTS:
            groups.setdefault(i & 63, []).append(i)
        total += len(groups)
    return total


def set_add_int():
    total = 0
    for _ in range(20):
        seen = set()
        for i in INTS:
            seen.add(i)
        total += len(seen)
    return total


def set_in_int():
    seen = set(INTS[: N // 2])
    total = 0
    for _ in range(50):
        for i in INTS:
            if i in seen:
                total += 1
    return total


def set_in_word():
    seen = set(WORDS[: N // 2])
    total = 0
    for _ in range(20):
        for word in WORDS:
            if word in seen:
                total += 1
    return total


def set_algebra():
    a = set(INTS[: N // 2])
    b = set(INTS[N // 4 :])
    total = 0
    for _ in range(20):
        total += len(a & b) + len(a | b) + len(a - b) + len(a ^ b)
    return total


def set_tuples():
    total = 0
    for _ in range(5):
        seen = set()
        for i in INTS:
            seen.add((i & 127, i >> 7))
        total += len(seen)
    return total


def tuple_unpack():
    total = 0
    for _ in range(50):
        for a, b in PAIRS:
            total += a - b
    return total


def zip_enumerate():
    total = 0
    for _ in range(30):
        for i, (a, b) in enumerate(zip(INTS, FLOATS)):
            if a > b:
                total += i
    return total


def min_max_sum():
    total = 0
    for _ in range(100):
        total += min(INTS) + max(INTS) + sum(INTS)
    return total


OPERATIONS = [
    ("allocate", allocate),
    ("list_append", list_append),
    ("list_index", list_index),
    ("list_iterate", list_iterate),
    ("list_comprehension", list_comprehension),
    ("list_slice", list_slice),
    ("list_in", list_in),
    ("list_pop_insert", list_pop_insert),
    ("list_concat", list_concat),
    ("list_equal", list_equal),
    ("sort_ints", sort_ints),
    ("sort_floats", sort_floats),
    ("sort_words", sort_words),
    ("sort_tuples", sort_tuples),
    ("sort_named", sort_named),
    ("sort_key", sort_key),
    ("sort_key_word", sort_key_word),
    ("sort_reverse", sort_reverse),
    ("sort_sorted", sort_sorted),
    ("dict_get_int", dict_get_int),
    ("dict_set_int", dict_set_int),
    ("dict_count_int", dict_count_int),
    ("dict_get_word", dict_get_word),
    ("dict_in_tuple", dict_in_tuple),
    ("dict_point", dict_point),
    ("dict_iterate", dict_iterate),
    ("dict_delete", dict_delete),
    ("dict_setdefault", dict_setdefault),
    ("set_add_int", set_add_int),
    ("set_in_int", set_in_int),
    ("set_in_word", set_in_word),
    ("set_algebra", set_algebra),
    ("set_tuples", set_tuples),
    ("tuple_unpack", tuple_unpack),
    ("zip_enumerate", zip_enumerate),
    ("min_max_sum", min_max_sum),
]

for name, operation in OPERATIONS:
    before = time.process_time()
    check = operation()
    print(name, "%.4f" % (time.process_time() - before), check)

# test: lang
# Loops that end after a few turns, as constants say; objects of which one is new, or both are old.


def by_range(n):
    total = 0
    for i in range(3):
        for j in range(n):
            total += i * j
    return total


def by_letters(word):
    found = []
    letter = "a"
    while letter <= "e":
        if letter in word:
            found.append(letter)
            if letter == "d":
                break
        letter = chr(ord(letter) + 1)
    else:
        found.append("-")
    return found


def with_handler(items):
    caught = 0
    for i in range(2):
        try:
            items[i + 1] += 1
        except IndexError:
            caught += i
    return caught, items


def countdown():
    n = 3
    while True:
        n -= 1
        if n < 0:
            return n
        if n == 1:
            continue


class Record:
    def __init__(self, value, other):
        self.value = value
        self.other = other


def link(old, same):
    new = Record(old.value, old)
    new.value = 5
    seen = old.value
    same.value = 7
    old.other = new
    later = same.other
    later.value += 1
    return seen, old.value, new.value, later.value, new.other.value


print(by_range(4), by_letters("bed"), by_letters("ace"), with_handler([1, 2]), countdown())
record = Record(1, None)
print(link(record, record))

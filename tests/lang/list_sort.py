# test: lang
# Sorting is stable; the key is called once for each item.

calls = 0


def last(word):
    global calls
    calls += 1
    return word[-1]


words = ["delta", "alpha", "echo", "bravo", "charlie", "foxtrot", "golf", "hotel"]
print(sorted(words, key=last), calls)
words.sort(key=len)
print(words)
words.sort(key=len, reverse=True)
print(words)
pairs = [(2, "b"), (1, "z"), (2, "a"), (1, "a"), (0, "q")]
print(sorted(pairs), sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[1], reverse=True))
pairs.sort(key=lambda p: (-p[0], p[1]))
print(pairs)
numbers = [(i * 7919) % 101 for i in range(50)]
numbers.sort()
print(numbers, numbers == sorted(numbers, reverse=True)[::-1])
print(sorted([True, False, 2, 0.5, -1]), sorted("hello"), sorted((3, 1)), sorted({5: 1, 2: 2}), sorted(range(5, 0, -1)))
print(sorted([[2, 1], [1, 5], [1]]), sorted([]), sorted([1]))


class Card:
    def __init__(self, rank, suit):
        self.rank = rank
        self.suit = suit

    def __lt__(self, other):
        return self.rank < other.rank

    def __repr__(self):
        return f"{self.rank}{self.suit}"


hand = [Card(5, "h"), Card(2, "s"), Card(5, "c"), Card(2, "d"), Card(9, "h")]
print(sorted(hand), sorted(hand, reverse=True), min(hand), max(hand))
hand.sort()
print(hand)

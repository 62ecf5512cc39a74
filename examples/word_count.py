# test: example 12
# stdin-file: examples/data/voyage.txt
"""Counts the words of standard input: how often each stands there, how long they are, and what follows what.

    python3.11 examples/word_count.py [how_many] < text
"""

import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field

STOP_WORDS = frozenset("a an and as at but by for from in into is it its of on or that the to was were with".split())


def words_of(line):
    """The words of a line in lower case; an apostrophe or a hyphen between letters belongs to the word."""
    word = ""
    for previous, char, following in zip(" " + line, line, line[1:] + " "):
        if char.isalpha() or (char in "'-" and previous.isalpha() and following.isalpha()):
            word += char
        elif word:
            yield word.lower()
            word = ""
    if word:
        yield word.lower()


@dataclass
class Statistics:
    lines: int = 0
    characters: int = 0
    words: Counter = field(default_factory=Counter)
    followers: dict = field(default_factory=lambda: defaultdict(Counter))
    first_line: dict = field(default_factory=dict)

    def read(self, stream):
        previous = None
        for number, line in enumerate(stream, start=1):
            self.lines += 1
            self.characters += len(line)
            for word in words_of(line.rstrip("\n")):
                self.words[word] += 1
                self.first_line.setdefault(word, number)
                if previous is not None:
                    self.followers[previous][word] += 1
                previous = word
        return self

    @property
    def total(self):
        return sum(self.words.values())

    @property
    def average_length(self):
        if not self.total:
            return 0.0
        return sum(len(word) * count for word, count in self.words.items()) / self.total

    def by_frequency(self, keep=lambda word: True):
        """(word, count), the most frequent first, equally frequent ones by the alphabet."""
        kept = [(word, count) for word, count in self.words.items() if keep(word)]
        return sorted(kept, key=lambda pair: (-pair[1], pair[0]))

    def lengths(self):
        histogram = defaultdict(int)
        for word, count in self.words.items():
            histogram[len(word)] += count
        return sorted(histogram.items())


def print_table(title, rows, total):
    print(f"\n{title}")
    print("-" * len(title))
    for rank, (word, count) in enumerate(rows, 1):
        print(f"{rank:3}. {word:<16}{count:>5}{count / total:>8.1%}")


def print_histogram(statistics, width=40):
    print("\nLengths")
    print("-------")
    lengths = statistics.lengths()
    highest = max(count for _, count in lengths)
    for length, count in lengths:
        bar = "#" * max(1, round(count * width / highest))
        print(f"{length:>3} {bar} {count}")


def print_pairs(statistics, how_many):
    pairs = [
        (count, first, second)
        for first, seconds in statistics.followers.items()
        for second, count in seconds.items()
        if count > 1
    ]
    pairs.sort(key=lambda pair: (-pair[0], pair[1:]))
    print("\nPairs")
    print("-----")
    for count, first, second in pairs[:how_many]:
        print(f"{count:>4} × {first} {second}")


def main(arguments):
    how_many = int(arguments[0]) if arguments else 10
    statistics = Statistics().read(sys.stdin)
    if not statistics.words:
        print("no words", file=sys.stderr)
        return 1
    print(f"{statistics.lines} lines, {statistics.total} words, {statistics.characters} characters")
    print(f"{len(statistics.words)} different words of {statistics.average_length:.2f} letters on average")
    frequent = statistics.by_frequency(lambda word: word not in STOP_WORDS)
    print_table("Most frequent", frequent[:how_many], statistics.total)
    print_histogram(statistics)
    print_pairs(statistics, how_many)
    once = {word for word, count in statistics.words.items() if count == 1}
    longest = max(once, key=lambda word: (len(word), word), default="-")
    print(f"\n{len(once)} words stand there once; the longest of them is {longest!r}", end="")
    print(f" in line {statistics.first_line[longest]}" if once else "")
    initials = defaultdict(list)
    for word in sorted(once):
        initials[word[0]].append(word)
    for letter, words in initials.items():
        print(f"  {letter}: {', '.join(words[:6])}{' …' if len(words) > 6 else ''}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

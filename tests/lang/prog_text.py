# test: lang
# standalone:
# A typical program.
"""Text statistics: counts words, letters and sentences of a text."""
from collections import Counter, defaultdict
import string

TEXT = """
It was the best of times, it was the worst of times, it was the age of
wisdom, it was the age of foolishness, it was the epoch of belief, it was
the epoch of incredulity. It was the season of Light! Was it? It was.
"""


def words_of(text):
    table = str.maketrans("", "", string.punctuation)
    for line in text.strip().splitlines():
        for word in line.translate(table).lower().split():
            yield word


def sentences(text):
    current = []
    for ch in text.replace("\n", " "):
        current.append(ch)
        if ch in ".!?":
            yield "".join(current).strip()
            current = []
    if current and "".join(current).strip():
        yield "".join(current).strip()


def histogram(counter, width=20):
    top = max(counter.values())
    for key, n in sorted(counter.items(), key=lambda kv: (-kv[1], kv[0]))[:5]:
        bar = "#" * round(n / top * width)
        print(f"{key:<8}|{bar:<{width}}| {n:>3} {n / sum(counter.values()):6.1%}")


def main():
    words = list(words_of(TEXT))
    counts = Counter(words)
    print(counts.most_common(3))
    histogram(counts)
    by_length = defaultdict(set)
    for w in words:
        by_length[len(w)].add(w)
    for length in sorted(by_length, reverse=True):
        print(length, sorted(by_length[length]))
    letters = Counter(ch for ch in TEXT.lower() if ch.isalpha())
    print("".join(k for k, _ in letters.most_common(6)), letters["z"], sum(letters.values()))
    for i, s in enumerate(sentences(TEXT), start=1):
        print(f"{i}. {s[:30]!r}{'...' if len(s) > 30 else ''} ({len(s.split())} words)")
    first = {}
    for pos, w in enumerate(words):
        first.setdefault(w, pos)
    print({w: p for w, p in first.items() if counts[w] == 1})
    pairs = Counter(zip(words, words[1:]))
    (a, b), n = pairs.most_common(1)[0]
    print(f"most common pair: {a} {b} x{n}")
    unique_ratio = len(set(words)) / len(words)
    print("unique: {:.2f}, avg length: {:.3f}".format(unique_ratio, sum(map(len, words)) / len(words)))
    longest = max(words, key=len)
    print(longest, longest.center(20, "*"), longest[::-1], longest.title().swapcase())
    c2 = Counter("abracadabra") - Counter("abc")
    print(c2, c2 + Counter("xyz"), Counter("aab") & Counter("abb"), Counter("aab") | Counter("abb"))
    c2.update("zzz")
    c2.subtract({"a": 2})
    print(sorted(c2.elements()), c2.total(), dict(c2))


if __name__ == "__main__":
    main()

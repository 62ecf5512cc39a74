# test: lang
import string
from collections import Counter, OrderedDict, defaultdict

TEXT = """The quick brown fox jumps over the lazy dog. The dog sleeps;
the fox runs away! "Why," asked the cat, "does the fox run?" Nobody knows...

It's a mystery - a well-known one. Numbers like 42 and 3.14 don't count.
"""


def words(text):
    for raw in text.lower().split():
        word = raw.strip(string.punctuation)
        if word and not word[0].isdigit():
            yield word


def sentences(text):
    start = 0
    result = []
    for i, c in enumerate(text):
        if c in ".!?" and (i + 1 == len(text) or text[i + 1] in ' \n"'):
            sentence = " ".join(text[start:i + 1].split())
            if len(sentence) > 1:
                result.append(sentence)
            start = i + 1
    return result


def histogram(counter, width=20):
    top = max(counter.values())
    for key, n in sorted(counter.items(), key=lambda kv: (-kv[1], kv[0]))[:5]:
        bar = "#" * round(n / top * width)
        yield f"{key:>8} | {bar:<{width}} | {n:3d} {n / sum(counter.values()):6.1%}"


def caesar(text, shift):
    def rotate(c, base):
        return chr((ord(c) - ord(base) + shift) % 26 + ord(base))
    return "".join(rotate(c, "a") if c.islower() else rotate(c, "A") if c.isupper() else c for c in text)


def is_palindrome(s):
    letters = [c.lower() for c in s if c.isalnum()]
    return letters == letters[::-1]


def wrap(text, width):
    line = ""
    lines = []
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return lines + [line]


def anagrams(items):
    groups = defaultdict(list)
    for w in items:
        groups["".join(sorted(w))].append(w)
    return [g for g in groups.values() if len(g) > 1]


def rle(s):
    out = []
    i = 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]:
            j += 1
        out.append((s[i], j - i))
        i = j
    return out


all_words = list(words(TEXT))
counts = Counter(all_words)
print(len(all_words), len(counts), counts.most_common(3))
print(*histogram(counts), sep="\n")
print(*enumerate(sentences(TEXT), 1), sep="\n")
lengths = Counter(map(len, all_words))
print(OrderedDict(sorted(lengths.items())))
print("average: {:.3f}, longest: {!r}".format(sum(map(len, all_words)) / len(all_words), max(counts, key=len)))
letters = Counter(c for c in TEXT.lower() if c in string.ascii_lowercase)
print("".join(letter for letter, _ in letters.most_common(6)), set(string.ascii_lowercase) - set(letters))
secret = caesar("Hello, World!", 3)
print(secret, caesar(secret, -3), TEXT.count("fox"), TEXT.title()[:20])
print([is_palindrome(s) for s in ("A man, a plan, a canal: Panama", "nope", "")])
for line in wrap(TEXT, 40):
    print(f"|{line:<40}|")
print(anagrams(["listen", "silent", "enlist", "google", "elgoog", "abc"]))
print(rle("aaabccd"), "".join(c * n for c, n in rle("aaabccd")))
table = str.maketrans("aeiou", "*****", string.punctuation)
print("Vowels, gone!".translate(table), "tab\tsep".expandtabs(4), "x,y,,z".split(","), "  pad ".strip().center(9, "."))
print("%-10s|%5d|%08.3f|%x" % ("left", 42, 3.14159, 255), f"{1234567.891:,.2f} {0.5:%} {12:>+5} {7:03d} {255:#x} {'é':>3}")
index = {w: [i for i, x in enumerate(all_words) if x == w] for w in ("the", "fox")}
print(index, sorted(counts, key=lambda w: (-counts[w], w))[:4])
vowels, consonants = 0, 0
for ch in TEXT:
    if ch.isalpha():
        if ch.lower() in "aeiou":
            vowels += 1
        else:
            consonants += 1
print(vowels, consonants, divmod(vowels, 7), (counts + Counter(["the"] * 3))["the"], counts["nothing"])

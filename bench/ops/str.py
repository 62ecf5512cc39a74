"""Operations on strings, each timed alone. Prints `name seconds check`: the check is the same everywhere."""
import time


def find_char():
    text = "x" * 2000 + "y"
    total = 0
    for _ in range(20000):
        total += text.find("y")
    return total


def find_word():
    text = "the quick brown fox jumps over the lazy dog " * 40 + "needle in the haystack"
    total = 0
    for _ in range(20000):
        total += text.find("needle")
    return total


def count_in():
    text = "abracadabra " * 100
    total = 0
    for _ in range(5000):
        total += text.count("abra") + ("cad" in text) + text.rfind("bra")
    return total


def split_words():
    text = "the quick brown fox jumps over the lazy dog " * 20
    total = 0
    for _ in range(5000):
        total += len(text.split())
    return total


def split_comma():
    text = ",".join(str(i) for i in range(200))
    total = 0
    for _ in range(5000):
        total += len(text.split(","))
    return total


def split_lines():
    text = "a line of text\n" * 200
    total = 0
    for _ in range(3000):
        total += len(text.splitlines())
    return total


def join_words():
    words = ["word%d" % i for i in range(200)]
    total = 0
    for _ in range(10000):
        total += len(" ".join(words))
    return total


def replace_all():
    text = "spam and eggs and spam " * 50
    total = 0
    for _ in range(5000):
        total += len(text.replace("spam", "ham"))
    return total


def slices():
    text = "abcdefghijklmnopqrstuvwxyz" * 10
    total = 0
    for i in range(1000000):
        total += len(text[i % 200 : i % 200 + 10])
    return total


def index_chars():
    text = "abcdefghijklmnopqrstuvwxyz" * 10
    total = 0
    for i in range(3000000):
        if text[i % 260] == "q":
            total += 1
    return total


def iterate():
    text = "hello world " * 100
    total = 0
    for _ in range(1000):
        for c in text:
            if c == "o":
                total += 1
    return total


def iterate_ord():
    text = "hello world " * 100
    total = 0
    for _ in range(1000):
        for c in text:
            total = (total * 31 + ord(c)) & 0xFFFFFF
    return total


def concat_loop():
    total = 0
    for _ in range(100):
        s = ""
        for i in range(3000):
            s += "ab"
        total += len(s)
    return total


def concat_short():
    total = 0
    for i in range(1000000):
        s = "key" + "-" + "value"[i % 5]
        total += len(s)
    return total


def slices_kept():
    text = "abcdefghijklmnopqrstuvwxyz" * 10
    last = [""] * 256
    for i in range(1000000):
        last[i & 255] = text[i % 200 : i % 200 + 10]
    return sum([len(part) for part in last])


def concat_kept():
    last = [""] * 256
    for i in range(1000000):
        last[i & 255] = "key" + "-" + "value"[i % 5]
    return sum([len(part) for part in last])


def format_f():
    total = 0
    for i in range(300000):
        total += len(f"{i}: {i * 2} of {i & 7}")
    return total


def format_spec():
    total = 0
    for i in range(300000):
        total += len(f"{i:5d} {i * 0.5:.2f}")
    return total


def format_percent():
    total = 0
    for i in range(300000):
        total += len("%d %s %5.1f" % (i, "x", i * 0.5))
    return total


def format_method():
    total = 0
    for i in range(300000):
        total += len("{} {:>4} {}".format(i, i & 15, "name"))
    return total


def str_of_int():
    total = 0
    for i in range(1500000):
        total += len(str(i))
    return total


def int_of_str():
    texts = [str(i * 37) for i in range(1000)]
    total = 0
    for _ in range(1000):
        for text in texts:
            total += int(text)
    return total


def float_of_str():
    texts = [str(i * 0.37) for i in range(1000)]
    total = 0.0
    for _ in range(200):
        for text in texts:
            total += float(text)
    return round(total)


def dict_of_strings():
    words = ["word%d" % (i % 500) for i in range(2000)]
    total = 0
    for _ in range(200):
        counts = {}
        for word in words:
            counts[word] = counts.get(word, 0) + 1
        total += len(counts)
    return total


def dict_new_keys():
    counts = {}
    for i in range(300000):
        key = "k" + str(i % 1000)
        if key in counts:
            counts[key] += 1
        else:
            counts[key] = 1
    return len(counts)


def compare():
    words = ["word%d" % (i * 7919 % 1000) for i in range(1000)]
    total = 0
    for _ in range(50):
        total += len(sorted(words))
    for _ in range(200):
        for word in words:
            if word == "word500" or word < "word2":
                total += 1
    return total


def case():
    text = "Hello World, this is a Test " * 20
    total = 0
    for _ in range(3000):
        total += len(text.upper()) + len(text.lower())
    return total


def strip_start():
    lines = ["   some text with blanks %d \n" % i for i in range(100)]
    total = 0
    for _ in range(5000):
        for line in lines:
            if line.strip().startswith("some"):
                total += 1
    return total


def tests():
    words = ["abc", "123", "a1", "ABC", "  "] * 20
    total = 0
    for _ in range(5000):
        for word in words:
            total += word.isdigit() + word.isalpha() + word.isupper()
    return total


def reverse():
    text = "reverse me please " * 10
    total = 0
    for _ in range(100000):
        total += len(text[::-1])
    return total


def unicode_text():
    text = "grüße aus köln — ναι 😀 " * 20
    total = 0
    for _ in range(2000):
        total += len(text.split()) + text.find("😀", 100) + len(text.replace("ü", "ue"))
    return total


def bytes_work():
    data = bytes(range(256)) * 20
    total = 0
    for _ in range(300):
        for b in data:
            total += b
        total += data.find(b"\xfe\xff") + len(data.split(b"\x00"))
    return total


def bytearray_work():
    total = 0
    for _ in range(100):
        buffer = bytearray()
        for i in range(10000):
            buffer.append(i & 255)
        for i in range(len(buffer)):
            buffer[i] ^= 85
        total += sum(buffer)
    return total


OPERATIONS = [
    ("find_char", find_char),
    ("find_word", find_word),
    ("count_in", count_in),
    ("split_words", split_words),
    ("split_comma", split_comma),
    ("split_lines", split_lines),
    ("join_words", join_words),
    ("replace_all", replace_all),
    ("slices", slices),
    ("slices_kept", slices_kept),
    ("concat_kept", concat_kept),
    ("index_chars", index_chars),
    ("iterate", iterate),
    ("iterate_ord", iterate_ord),
    ("concat_loop", concat_loop),
    ("concat_short", concat_short),
    ("format_f", format_f),
    ("format_spec", format_spec),
    ("format_percent", format_percent),
    ("format_method", format_method),
    ("str_of_int", str_of_int),
    ("int_of_str", int_of_str),
    ("float_of_str", float_of_str),
    ("dict_of_strings", dict_of_strings),
    ("dict_new_keys", dict_new_keys),
    ("compare", compare),
    ("case", case),
    ("strip_start", strip_start),
    ("tests", tests),
    ("reverse", reverse),
    ("unicode_text", unicode_text),
    ("bytes_work", bytes_work),
    ("bytearray_work", bytearray_work),
]

for name, operation in OPERATIONS:
    before = time.process_time()
    check = operation()
    print(name, "%.4f" % (time.process_time() - before), check)

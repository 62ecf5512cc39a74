# test: lang
# Strings that grow in loops: nobody else may see them grow.


def plain(n):
    s = ""
    for i in range(n):
        s += "ab"
        s += str(i)
    return s


def from_parameter(prefix):
    s = prefix
    for i in range(3):
        s += "."
    return s, prefix


def aliases(n):
    s, before, kept = "", "none", []
    for i in range(n):
        if i % 3 == 0:
            before = s
        if i % 4 == 1:
            kept.append(s)
        s += "xy"
    return s, before, kept


def two_names(n):
    s = t = "-"
    for i in range(n):
        s += "a"
        if i == 4:
            t = s
        t += "b"
    return s, t


def itself(n):
    s = "ab"
    for _ in range(n):
        s += s
    return s


def as_keys(n):
    s, found = "", {}
    for i in range(n):
        s += "k"
        found[s] = i
        if "kkk" in found and s in found:
            s += "!"
    return found, [hash(key) == hash("".join(list(key))) for key in found]


def hashed(n):
    s, hits = "", 0
    names = {"aa": 1, "aaaa": 2}
    for _ in range(n):
        s += "a"
        hits += s in names
    return hits


def wider():
    s = ""
    for part in ["abc", "é", "x", "€", "yz", "😀", "end"] * 3:
        s += part
        if len(s) == 4:
            print(s)
    return s


def words(text):
    word, all_words = "", []
    for c in text + " ":
        if c == " ":
            if word:
                all_words.append(word)
            word = ""
        else:
            word += c
    return all_words


def maybe(n):
    s = None
    for i in range(n):
        if s is None:
            s = ""
        else:
            s += "z"
    return s


def in_handler(n):
    s = ""
    for i in range(n):
        try:
            s += str(10 // (i % 3))
        except ZeroDivisionError:
            s += "e"
            last = s
    return s, last


def gives(n):
    s = ""
    for i in range(n):
        s += chr(97 + i)
        yield s
    yield s + "!"


def grows_more(s):
    for i in range(3):
        s += "?"
    return len(s)


def in_callee(n):
    s = ""
    for i in range(n):
        s += "c"
        n += grows_more(s)
        s += "d"
    return s, n


def iterated():
    s = "abc"
    for c in s:
        s += c
    return s


def nested(rows):
    text = ""
    for row in rows:
        line = ""
        for cell in row:
            line += cell + ","
        text += line + "\n"
        line += "lost"
    return text


class Holder:
    def __init__(self):
        self.text = ""

    def run(self, n):
        s = self.text
        for i in range(n):
            s += "h"
            self.text = s
            s += "i"
        return s, self.text


print(plain(12), len(plain(3000)))
print(from_parameter(plain(3)), from_parameter(""))
print(aliases(9))
print(two_names(7))
print(itself(5))
print(as_keys(5))
print(hashed(6))
print(wider())
print(words("the quick  brown fox jumps over it"))
print(maybe(0), maybe(1), maybe(4))
print(in_handler(7))
print(list(gives(5)))
print(in_callee(4))
print(iterated())
print(nested([["a", "b"], [], ["c"]]))
print(Holder().run(3))

# test: lang
# len(text[a:b]) makes no text; what it gives, and what is evaluated, stays.


def bound(x):
    print("bound", x)
    return x


def tail(text, n):
    part = text[n:]
    return len(part)


def both(text, n):
    part = text[:n]
    size = len(part)
    return part, size


def more(text, n):
    return len(text[n:]) > 1 and text[n:] > "b"


def refuse(text):
    try:
        return str(len(text[1:3]))
    except TypeError as e:
        return str(e)


def size(items):
    return len(items[1:])


class Steps:
    def __getitem__(self, index):
        print(index)
        return "abc"


words = ["", "a", "abc", "héllo", "日本語の文", "😀😀x"]
for word in words:
    print([len(word[a:b]) for a in range(-7, 8) for b in range(-7, 8)] == [sum(1 for c in word[a:b]) for a in range(-7, 8) for b in range(-7, 8)])
    print(len(word[:]), len(word[1:]), len(word[:2]), len(word[-1:]), len(word[:-1]), len(word[None:None]), len(word[True:]))
    print(len(word[::2]), len(word[1:4:2]), len(word[::-1]))
    print(tail(word, 1), both(word, 2), more(word, 1), more(word, 9))
print(len(bound("abcdef")[bound(1) : bound(3)]))
print(len(Steps()[1:2]), len([1, 2, 3][1:]), len((1, 2, 3)[1:]), len(b"abc"[1:]), len(bytearray(b"abc")[:2]), len(range(9)[2:]))
print(size("abc"), size([1, 2]), size("é€"), size((1, 2, 3, 4)), size([""]))
maybe = [None, "text"]
for item in maybe:
    print(refuse(item))
print(len("abcdef"[1:][2:]), len("ab"[10**18:]), len("ab"[: -(10**18)]), len("ab"[-(10**18) : 10**18]))
if len("abc"[1:]) == 2 and not len("abc"[3:]):
    print("ok")

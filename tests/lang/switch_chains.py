# test: lang
# Chains of comparisons with constants: which one counts, what stands between them, and what they see.
log = []


def noisy(x):
    log.append(x)
    return x


def plain(x):
    if x == 1:
        return "one"
    elif x == 2 or x == 3:
        return "two or three"
    elif x == 1:
        return "never"
    elif x != 4:
        if x == 5:
            return "five"
        if not x:
            return "zero"
        return "other"
    return "four"


def inside(x):
    return [x in (1, 2, 3), x in [4, 5], x in {6, 7}, x not in (1, 7)]


def with_effects(x):
    if x == 1:
        return 1
    noisy(x)
    if x == 2:
        return 2
    y = x + 10
    if x == 3:
        return y
    if x == noisy(4):
        return y + 1
    return -y


def matched(x):
    match x:
        case 0 | 1:
            return "low"
        case 2:
            return "two"
        case -1:
            return "minus"
        case 2 | 3:
            return "three"
        case _ if x > 50:
            return "big"
        case 10:
            return "ten"
    return "none"


def mixed(x):
    if x == 1:
        return "1"
    if x == 2.0:
        return "2.0"
    if x is None:
        return "None"
    if x == True:
        return "never"
    if x == 3:
        return "3"
    return "?"


def limits(x):
    if x == 9223372036854775807:
        return "max"
    if x == -9223372036854775808:
        return "min"
    if x == 0:
        return "0"
    return ""


def word(s):
    if s == "push" or s == "pop":
        return 1
    elif s == "":
        return 2
    elif s == "pull":
        return 3
    elif s == "pop":
        return 4
    elif s in ("p", "q", "é", "日"):
        return 5
    return 6


def state(text):
    at, found = "start", []
    for c in text:
        if at == "start":
            if c == "(":
                at = "in"
            elif c == ")":
                found.append("unopened")
            elif c == "#":
                break
        elif at == "in":
            if c == ")":
                at = "start"
                found.append("pair")
            elif c == "(":
                found.append("nested")
    return found


def collatz(n):
    steps = 0
    while n != 1 and n != 2:
        steps += 1
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    return steps


for i in range(-2, 12):
    print(i, plain(i), inside(i), with_effects(i), matched(i), collatz(i + 3), limits(i))
print(matched(99), limits(9223372036854775807), limits(-9223372036854775808))
print(log)
for v in (1, 2, 3, None, 4, True):
    print(v, mixed(v), end="; ")
print()
print([word(s) for s in ("push", "pop", "", "pull", "p", "q", "é", "日", "è", "P", "pus", "poP", "日本")])
print(state(")(()#)"), state("()()(("))

# test: lang
# Exceptions and loops: else, break, continue, values that live across handlers.


def parse_all(texts):
    good = []
    bad = 0
    for i, t in enumerate(texts):
        try:
            n = int(t)
        except ValueError:
            bad += 1
            continue
        else:
            if n < 0:
                break
        finally:
            good.append(i)
        good.append(n * 100)
    else:
        good.append(-1)
    return good, bad


print(parse_all(["1", "x", "3"]), parse_all(["1", "-5", "9"]), parse_all([]))


def search(table, keys):
    found = None
    while keys:
        try:
            found = table[keys.pop()]
            break
        except KeyError as e:
            print("no", e)
    else:
        print("exhausted")
    return found


print(search({"a": 1}, ["q", "a", "z"]), search({"a": 1}, ["b"]))
x = 0
for i in range(4):
    try:
        x += i
        if i == 2:
            raise StopIteration
        x += 10 // (i - 1)
    except ZeroDivisionError:
        x += 1000
    except StopIteration:
        x += 10000
    print(x)
total = 0
for item in ["1", "2.5", "q", "4"]:
    try:
        total += int(item)
    except ValueError:
        try:
            total += float(item)
        except ValueError:
            total -= 1
    print(total)

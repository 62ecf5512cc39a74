# test: lang
# standalone:
# The traceback of an exception grows with every raise of it, also of one that was kept.
kept = []


def fail():
    raise ValueError("first")


def keep():
    try:
        fail()
    except ValueError as e:
        kept.append(e)


def other():
    try:
        raise KeyError("passing")
    except KeyError:
        pass


def again():
    try:
        other()
        raise kept[0]
    except ValueError as e:
        kept.append(e)
        other()
        raise


def last():
    try:
        again()
    finally:
        other()


keep()
print(len(kept))
last()

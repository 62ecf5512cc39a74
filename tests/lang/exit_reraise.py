# test: lang
# standalone:
# A re-raised exception keeps its traceback; finally blocks run on the way.


def low(n):
    raise IndexError(n)


def middle(n):
    try:
        low(n)
    except IndexError as e:
        print("caught", e)
        raise
    finally:
        print("finally", n)


def top():
    try:
        middle(1)
    except IndexError:
        print("swallowed")
    middle(2)


top()

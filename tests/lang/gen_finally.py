# test: lang
# try, except, else and finally around yields.


def steps():
    for i in range(4):
        try:
            if i == 1:
                raise ValueError(i)
            if i == 3:
                return
            yield f"body {i}"
        except ValueError as e:
            yield f"except {e}"
        else:
            yield "else"
        finally:
            yield f"finally {i}"
    yield "never"


print(list(steps()))


def nested():
    try:
        try:
            yield 1
            {}["k"]
        finally:
            yield 2
    except KeyError as e:
        yield 3
        print("key", e)
    yield 4


print(list(nested()))

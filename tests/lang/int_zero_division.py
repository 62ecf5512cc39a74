# test: lang
# Messages of division by zero.


def attempt(kind, a, b):
    try:
        if kind == "/":
            print(a / b)
        elif kind == "//":
            print(a // b)
        elif kind == "%":
            print(a % b)
        else:
            print(divmod(a, b))
    except ZeroDivisionError as e:
        print(kind, "ZeroDivisionError:", e)


for kind in ("/", "//", "%", "divmod"):
    attempt(kind, 1, 0)
    attempt(kind, 0, 0)
    attempt(kind, 7, 2)
    attempt(kind, -7, False)


def attempt_float(a, b):
    try:
        print(a / b)
    except ZeroDivisionError as e:
        print("/", e)
    try:
        print(a // b)
    except ZeroDivisionError as e:
        print("//", e)
    try:
        print(a % b)
    except ZeroDivisionError as e:
        print("%", e)


attempt_float(1.0, 0.0)
attempt_float(1.5, 0.5)
attempt_float(-1.0, -0.0)

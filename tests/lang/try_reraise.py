# test: lang
# Bare raise, in nested handlers and in functions called from handlers.


def again():
    raise


def work(n):
    try:
        raise ValueError(f"v{n}")
    except ValueError:
        try:
            raise KeyError(f"k{n}")
        except KeyError as k:
            print("caught", k)
            if n == 1:
                raise
        if n == 2:
            raise
        if n == 3:
            again()
    return "fine"


for n in range(4):
    try:
        print(work(n))
    except Exception as e:
        print(n, type(e).__name__, e)
try:
    again()
except RuntimeError as e:
    print("RuntimeError:", e)
count = 0


def retry(times):
    global count
    count += 1
    try:
        if count < times:
            raise OSError(f"try {count}")
        return f"done after {count}"
    except OSError as e:
        print(e)
        return retry(times)


print(retry(4))

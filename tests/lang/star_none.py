# test: lang
# What a starred None in a display raises, and other ways to iterate it.
def maybe(n):
    return [n] if n > 0 else None


for n in range(2):
    for f in (lambda: [*maybe(n)], lambda: [0, *maybe(n), 5]):
        try:
            print(f())
        except TypeError as e:
            print(e)
    try:
        print({*maybe(n)})
    except TypeError as e:
        print(e)
    try:
        print(list(maybe(n)))
    except TypeError as e:
        print(e)

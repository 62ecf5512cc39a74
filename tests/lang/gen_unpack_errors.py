# test: lang
# Unpacking a generator of the wrong length.


def count(n):
    for i in range(n):
        print("made", i)
        yield i


try:
    a, b = count(3)
except ValueError as e:
    print(e)
try:
    a, b = count(1)
except ValueError as e:
    print(e)

print("a begins")
import import_cycle_b

name = "a"


def call(n):
    return n if n == 0 else import_cycle_b.back(n - 1) + 1


def early():
    print(import_cycle_b.seen)


print("a ends")

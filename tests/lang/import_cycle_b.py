print("b begins")
import import_cycle_a

name = "b"
seen = "seen"


def back(n):
    return import_cycle_a.call(n) * 2


print("b ends")

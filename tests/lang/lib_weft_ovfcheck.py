# test: lang
# weft.ovfcheck: overflow that can be caught.
import weft
from weft import ovfcheck

big = 9223372036854775807


def attempt(f):
    try:
        return f()
    except OverflowError as e:
        return str(e) == "integer result does not fit in 64 bits"


def factorial(n):
    total = 1
    for i in range(2, n + 1):
        total = ovfcheck(total * i)
    return total


try:
    print(weft.ovfcheck(big + 1))
except OverflowError as e:
    print("caught", e)
print(ovfcheck(2 + 3), ovfcheck(2 - 5), ovfcheck(-3 * 4), ovfcheck(big - 1) == big - 1, ovfcheck(1.5 + 2), ovfcheck(7))
print(factorial(20))
try:
    print(factorial(21))
except OverflowError:
    print("21! is too big")
for a, b in [(big, 1), (-big, -1), (-big - 1, -1), (1 << 62, 2), (-1, -big - 1), (3037000500, 3037000500), (big, big), (0, -big - 1)]:
    row = ""
    for name in ("add", "sub", "mul"):
        try:
            if name == "add":
                row += f" {ovfcheck(a + b)}"
            elif name == "sub":
                row += f" {ovfcheck(a - b)}"
            else:
                row += f" {ovfcheck(a * b)}"
        except OverflowError:
            row += " overflow"
    print(a, b, row)

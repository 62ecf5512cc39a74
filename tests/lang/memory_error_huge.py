# test: lang
# Sizes near all limits of addresses and integers: there is no memory for them, whoever manages it.
def attempt(n):
    try:
        s = bytearray(n)
        print(n, len(s))
    except MemoryError:
        print(n, "MemoryError")
    try:
        t = "ab" * (n // 2)
        print(n, len(t))
    except (MemoryError, OverflowError):
        print(n, "refused")
for k in (47, 48, 55, 60, 61, 62):
    attempt(1 << k)
    attempt((1 << k) - 40)
    attempt((1 << k) + (1 << (k - 1)))
attempt(9223372036854775807)
attempt(9223372036854775807 - 32)
attempt(9223372036854775807 - 63)
print(len(bytearray(100)))

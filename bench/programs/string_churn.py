"""Strings are made in great numbers, of numbers, pieces and each other, and some of them kept for a while.

    python3.11 bench/programs/string_churn.py [strings]
"""

import sys

KEPT = 4096


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000000
    kept = [""] * KEPT
    total = 0
    for n in range(count):
        number = str(n * 7919 % 1000003)
        old = kept[n * 31 % KEPT]
        key = "key-" + number + ":" + old[:24]
        kept[n % KEPT] = key
        total += len(key) + ord(key[len(key) - 1])
    print(total, len("".join(kept)))


main()

# test: example 6
"""Fannkuch: over all permutations of 1..n, how many prefix reversals does it take until 1 comes first?

    python3.11 examples/fannkuch.py [n]
"""

import sys


def reverse_prefix(cards, count):
    low = 0
    high = count - 1
    while low < high:
        cards[low], cards[high] = cards[high], cards[low]
        low += 1
        high -= 1


def count_flips(permutation):
    cards = permutation[:]
    flips = 0
    first = cards[0]
    while first != 1:
        reverse_prefix(cards, first)
        flips += 1
        first = cards[0]
    return flips


def next_permutation(permutation, counts):
    """The next one in the order of rotations of growing prefixes; False after the last."""
    place = 1
    while place < len(permutation):
        first = permutation[0]
        for i in range(place):
            permutation[i] = permutation[i + 1]
        permutation[place] = first
        counts[place] += 1
        if counts[place] <= place:
            return True
        counts[place] = 0
        place += 1
    return False


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    permutation = list(range(1, n + 1))
    counts = [0] * n
    most = checksum = index = 0
    while True:
        flips = count_flips(permutation)
        most = max(most, flips)
        checksum += flips if index % 2 == 0 else -flips
        index += 1
        if not next_permutation(permutation, counts):
            break
    print(checksum)
    print(f"Pfannkuchen({n}) = {most}")


if __name__ == "__main__":
    main()

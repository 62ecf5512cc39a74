# test: lang
# standalone: 3
# A program with a main function and module-level state.

import sys

cache = {}


def solve(n):
    if n not in cache:
        cache[n] = 1 if n < 2 else solve(n - 1) + solve(n - 2)
    return cache[n]


def main(argv):
    n = int(argv[1]) if len(argv) > 1 else 10
    print(n, solve(n), sorted(cache))
    return n


if __name__ == "__main__":
    sys.exit(main(sys.argv))

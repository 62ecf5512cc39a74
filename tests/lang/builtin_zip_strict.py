# test: lang
# zip(strict=True): rows of different lengths raise ValueError.
def tries(action):
    try:
        print(action())
    except ValueError as error:
        print("ValueError", error)


tries(lambda: list(zip([1, 2], "ab", strict=True)))
tries(lambda: list(zip([1, 2], "a", strict=True)))
tries(lambda: list(zip([1], "ab", strict=True)))
tries(lambda: list(zip([1, 2], "ab", [1.5, 2.5], strict=True)))
tries(lambda: list(zip([1], "a", [1.5, 2.5], strict=True)))
tries(lambda: list(zip([1, 2], "ab", [1.5], strict=True)))
tries(lambda: list(zip([1], [2], [3], [4, 5], strict=True)))
tries(lambda: list(zip([1], [2], [3], [4], strict=True)))
tries(lambda: list(zip([1, 3], [2], [3], [4], strict=True)))
tries(lambda: list(zip([1], strict=True)))
tries(lambda: list(zip("abc", [1, 2], strict=False)))
tries(lambda: list(zip("ab", [1, 2, 3], (3.0, 4.0), strict=False)))
tries(lambda: list(zip(strict=True)))
for strict in (False, True):
    tries(lambda: [a + b for a, b in zip([1, 2], [3], strict=strict)])

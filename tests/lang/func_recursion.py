# test: lang
# Recursion: direct, mutual, with accumulators, through methods.


def fact(n):
    return 1 if n <= 1 else n * fact(n - 1)


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


def ack(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))


def hanoi(n, a, b, c, moves):
    if n:
        hanoi(n - 1, a, c, b, moves)
        moves.append(a + c)
        hanoi(n - 1, b, a, c, moves)
    return moves


def flatten_depth(n):
    return [] if n == 0 else [n] + flatten_depth(n - 1)


def queens(n, row, cols):
    if row == n:
        return 1
    count = 0
    for c in range(n):
        ok = True
        for r in range(row):
            if cols[r] == c or abs(cols[r] - c) == row - r:
                ok = False
                break
        if ok:
            count += queens(n, row + 1, cols + [c])
    return count


print([fact(i) for i in range(15)], is_even(50), is_odd(50), ack(2, 3), hanoi(3, "a", "b", "c", []))
print(flatten_depth(5), [queens(n, 0, []) for n in range(1, 7)], fact(20))


class Walker:
    def __init__(self):
        self.depth = 0

    def down(self, n):
        self.depth = max(self.depth, n)
        return self.up(n + 1) if n < 5 else n

    def up(self, n):
        return self.down(n) + 1


w = Walker()
print(w.down(0), w.depth)

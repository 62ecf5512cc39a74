# test: lang
# Many parameters, many locals, deep expressions.


def many(a, b, c, d, e, f, g, h, i, j, k=11, l=12, m=13, n=14, o=15):
    return a + b * c - d + e * f - g + h - i * j + k - l + m * n - o


print(many(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), many(1, 2, 3, 4, 5, 6, 7, 8, 9, j=0, o=0, k=1))


def locals_(n):
    a = n + 1
    b = a * 2
    c = b - n
    d = c * c
    e = d // 3
    f = e % 7
    g = [a, b, c]
    h = (d, e)
    i = {f: g}
    j = str(h)
    k = len(j)
    m = f"{a}{b}{c}"
    for a in range(3):
        b += a
        c -= b
        d ^= c
    return a, b, c, d, e, f, g, h, i, j, k, m


print(locals_(5), locals_(100))
x = 3
print(((((x + 1) * 2 - 3) * 4 + (5 - (6 * (7 - x)))) % 100) << ((x & 1) + (x >> 1)), x if x > 2 else -x if x < 0 else 0)
print([[x, [x + 1, x + 2][0]][1]] + [(x, (x, (x,)))[1][1][0]], -x**2, not x == 3, x + 1 < 5 or x / 0)

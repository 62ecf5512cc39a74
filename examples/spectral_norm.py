# test: example 20
"""Spectral norm of the infinite matrix A with entries 1 / ((i + j) (i + j + 1) / 2 + i + 1), by the power method.

    python3.11 examples/spectral_norm.py [size]
"""

import math
import sys


def entry(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def multiply(vector):
    size = len(vector)
    result = [0.0] * size
    for i in range(size):
        total = 0.0
        for j in range(size):
            total += entry(i, j) * vector[j]
        result[i] = total
    return result


def multiply_transposed(vector):
    size = len(vector)
    result = [0.0] * size
    for i in range(size):
        total = 0.0
        for j in range(size):
            total += entry(j, i) * vector[j]
        result[i] = total
    return result


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    u = [1.0] * size
    v = u
    for _ in range(10):
        v = multiply_transposed(multiply(u))
        u = multiply_transposed(multiply(v))
    uv = vv = 0.0
    for i in range(size):
        uv += u[i] * v[i]
        vv += v[i] * v[i]
    print(f"{math.sqrt(uv / vv):.9f}")


if __name__ == "__main__":
    main()

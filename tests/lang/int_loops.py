# test: lang
# Classic integer programs.


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def primes(n):
    sieve = [True] * (n + 1)
    found = []
    for i in range(2, n + 1):
        if sieve[i]:
            found.append(i)
            for j in range(i * i, n + 1, i):
                sieve[j] = False
    return found


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


def digits(n):
    out = []
    while n > 0:
        n, d = divmod(n, 10)
        out.append(d)
    return out[::-1]


print(gcd(48, 36), gcd(17, 5), gcd(0, 5), gcd(5, 0), gcd(-12, 18))
print(primes(60))
print([collatz(n) for n in range(1, 20)])
print(digits(9876543210), digits(7), digits(0))
fib = [0, 1]
while len(fib) < 30:
    fib.append(fib[-1] + fib[-2])
print(fib)

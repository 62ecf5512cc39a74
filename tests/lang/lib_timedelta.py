# test: lang
# timedelta: exact arithmetic of durations
import random
from datetime import timedelta as T
def attempt(f):
    try:
        print(f())
    except (OverflowError, ZeroDivisionError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
random.seed(1)
for a in (T(), T(1), T(-1), T(0, 1), T(seconds=-1), T(hours=25, minutes=-3), T(weeks=2, milliseconds=5), T(1.5), T(seconds=0.1), T(microseconds=0.5), T(microseconds=1.5), T(days=1/3), T(weeks=1/7), T(hours=0.3, minutes=-2.7, seconds=1e9), T(microseconds=-0.5), T(milliseconds=0.0015), T(weeks=-0.1)):
    print(a, repr(a), a.days, a.seconds, a.microseconds, a.total_seconds(), bool(a), hash(a), -a, abs(a), +a)
for n in range(40):
    a = T(random.randrange(-2000, 2000), random.randrange(86400), random.randrange(10**6))
    b = T(random.randrange(-20, 20), random.randrange(86400), random.randrange(10**6))
    k = random.choice([1, -1, 2, 3, -7, 10, 1000, 7919])
    f = random.choice([0.1, -0.5, 1.0, 2.5, -3.3, 123456.789, 0.3])
    print(a + b, a - b, a * k, k * a, a // k, a / k, a * f, a / f, a / b, a // b, a % b, divmod(a, b), a < b, a == b, a >= b)
big = T(days=999999999, seconds=86399, microseconds=999999)
print(big, big // 7, big == T.max, T.min, T.resolution, big.total_seconds(), big * 0.5, big / 3.7)
attempt(lambda: big + T(0, 0, 1))
attempt(lambda: T(days=10**9))
attempt(lambda: T(1) / 0)
attempt(lambda: T(1) // 0)
attempt(lambda: T(1) / T(0))
attempt(lambda: T(1) / 0.0)
attempt(lambda: T(1) * float("nan"))
attempt(lambda: T(1) * float("inf"))
attempt(lambda: T(1) * 1e300)
print(sum([T(1), T(2)], T()), sorted([T(3), T(1), T(2)]), max(T(1), T(0, 90000)), T(1) == 1, {T(1): 2}[T(hours=24)])

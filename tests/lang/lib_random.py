# test: lang
# random's generator: seeds of all kinds, bits, ranges, sequences.
import random
from random import Random, randint

for s in (0, 1, 42, -42, 2**31, 2**32, 2**62 + 12345, 9223372036854775807, True):
    random.seed(s)
    print(s, random.random(), random.getrandbits(32), random.randrange(10**12))
for t in ("", "a", "hello world", "x" * 200, "grün €"):
    random.seed(t)
    print(random.random(), random.random())
for f in (0.0, 1.5, -2.25, 1e300):
    random.seed(f)
    print(random.random())

r = Random(7)
q = Random(7)
print([r.randint(1, 6) for _ in range(20)], [q.randint(1, 6) for _ in range(20)])
print([r.getrandbits(k) for k in (0, 1, 5, 31, 32, 33, 40, 62, 63)])
print([r.randrange(3, 50, 7) for _ in range(8)], [r.randrange(50, 3, -7) for _ in range(8)], r.randrange(-5, 5))
x = list(range(20))
r.shuffle(x)
print(x)
print(r.choice(x), r.choice("abc"), r.choice((1, 2, 3)), r.choice(range(100)))
print(r.sample(x, 5), r.sample(range(1000000), 7), r.sample("abcdefgh", 8), r.sample([1, 2], 4, counts=[3, 2]))
print(r.choices(x, k=5), r.choices("ab", [1, 3], k=8), r.choices([1, 2, 3], cum_weights=[1, 1, 5], k=6), r.choices("xy", weights=[0.5, 0.25]))
random.seed(3)
state = random.getstate()
a = [random.random() for _ in range(1000)]
random.setstate(state)
print(a == [random.random() for _ in range(1000)], sum(a))
print(0 <= Random().random() < 1, Random().random() != Random().random())

# test: lang
# The streams of random.Random for given seeds, by every method.
import random

r = random.Random(42)
print([r.random() for _ in range(3)])
print([r.randint(1, 6) for _ in range(10)], [r.randrange(0, 100, 7) for _ in range(5)], r.randrange(10))
print([r.choice("abcdef") for _ in range(8)], r.choices([1, 2, 3], k=5), r.choices("xyz", weights=[5, 1, 1], k=6), r.choices("pq", cum_weights=[1, 10], k=3))
deck = list(range(10))
r.shuffle(deck)
print(deck, r.sample(range(100), 5), r.sample("abcdefgh", 3))
print(round(r.uniform(-1, 1), 12), round(r.gauss(0, 1), 12), round(r.expovariate(2), 12), round(r.triangular(0, 10, 3), 12), round(r.betavariate(1, 2), 12), round(r.normalvariate(5, 2), 12))
print(r.getrandbits(16), r.getrandbits(1), [r.getrandbits(8) for _ in range(4)])
random.seed(7)
print(random.random(), random.randint(0, 9), random.choice([1, 2, 3]))
random.seed(7)
print(random.random())
print(random.Random("text").random(), random.Random(3.5).random(), random.Random(-9).random(), random.Random(0).random(), random.Random(True).random())
for f in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.randrange(0)):
    try:
        f()
    except (IndexError, ValueError) as e:
        print(type(e).__name__, e)

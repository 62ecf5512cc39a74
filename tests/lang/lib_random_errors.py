# test: lang
# random's complaints.
import random


def say(f):
    try:
        f()
    except (ValueError, IndexError, TypeError, ZeroDivisionError) as e:
        print(type(e).__name__ + ":", e)


say(lambda: random.choice([0][:0]))
say(lambda: random.randrange(0))
say(lambda: random.randrange(-3))
say(lambda: random.randrange(5, 5))
say(lambda: random.randrange(5, 1, 2))
say(lambda: random.randrange(5, 10, 0))
say(lambda: random.randrange(5, 10, -1))
say(lambda: random.randint(5, 3))
say(lambda: random.getrandbits(-1))
say(lambda: random.sample([1, 2], 3))
say(lambda: random.sample([1, 2], -1))
say(lambda: random.sample([1, 2], 3, counts=[1]))
say(lambda: random.sample([1, 2], 3, counts=[1, 1]))
say(lambda: random.sample({1, 2}, 1))
say(lambda: random.sample({1: 2}, 1))
say(lambda: random.choices([1], [0]))
say(lambda: random.choices([1], [0, 1]))
say(lambda: random.choices([1], [1], cum_weights=[1]))
say(lambda: random.choices([1], cum_weights=[float("inf")]))
say(lambda: random.gammavariate(0, 1))
say(lambda: random.expovariate(0))
say(lambda: random.seed([1]))
print(random.choices([0][:0], k=0))

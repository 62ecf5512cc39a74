# test: lang
# random's distributions, number for number.
import random

r = random.Random(12345)
for _ in range(3):
    print(r.uniform(2, 5), r.uniform(-1.5, 1.5), r.triangular(), r.triangular(1, 9, 3), r.triangular(5, 5, 5))
    print(r.gauss(0, 1), r.gauss(10.0, 2.5), r.gauss(), r.normalvariate(0, 1), r.normalvariate(), r.normalvariate(3.5, 0.1))
    print(r.expovariate(1.5), r.expovariate(2), r.lognormvariate(0, 1), r.lognormvariate(1, 0.25))
    print(r.vonmisesvariate(0, 4), r.vonmisesvariate(1.0, 0.5), r.vonmisesvariate(1, 0))
    print(r.gammavariate(2, 1), r.gammavariate(0.5, 2.0), r.gammavariate(1.0, 3), r.gammavariate(9.5, 0.5))
    print(r.betavariate(1, 2), r.betavariate(0.5, 0.5), r.betavariate(3.0, 4))
    print(r.paretovariate(3), r.weibullvariate(1.0, 1.5), r.weibullvariate(2, 3))
random.seed(99)
print(random.gauss(0, 1), random.uniform(0, 1), random.expovariate(1), random.betavariate(2, 3), random.triangular(0, 10))
random.seed(99)
print(random.gauss(0, 1), random.gauss(0, 1), random.normalvariate(1, 2), random.paretovariate(1), random.weibullvariate(1, 1))
print(random.gammavariate(3, 4), random.vonmisesvariate(1, 2), random.lognormvariate(1, 2), random.getrandbits(16))

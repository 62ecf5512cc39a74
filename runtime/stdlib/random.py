# random: CPython 3.11's generator and its distributions, number for number.
from _random import Twister, entropy_words, seed_of_bits, seed_of_bytes, seed_of_int
from _sha512 import sha512
from bisect import bisect_right
from math import acos, ceil, cos, e, exp, isfinite, log, pi, sin, sqrt
from weft.core.text import encode_utf8

_TWO_PI = 2.0 * pi
_NORMAL = 4.0 * exp(-0.5) / sqrt(2.0)
_LOG4 = log(4.0)
_GAMMA = 1.0 + log(4.5)


def _seed_words(a):
    if a is None:
        return entropy_words()
    if isinstance(a, float):
        return seed_of_bits(hash(a))
    if isinstance(a, int):
        return seed_of_int(int(a))
    if isinstance(a, str):
        data = [ord(c) for c in encode_utf8(a)]
        return seed_of_bytes(data + sha512(data))
    raise TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")


def _cumulated(weights):
    total = 0
    sums = []
    for w in weights:
        total = total + w
        sums.append(total)
    return sums


class Random:
    _twister: Twister
    gauss_next: float | None

    def __init__(self, x=None):
        self._twister = Twister()
        self.gauss_next = None
        self.seed(x)

    def seed(self, a=None, version=2):
        self._twister.seed_words(_seed_words(a))
        self.gauss_next = None

    def getstate(self):
        return (3, self._twister.state_words(), self.gauss_next)

    def setstate(self, state):
        self._twister.set_state_words(state[1])
        self.gauss_next = state[2]

    # ---- whole numbers ----

    def getrandbits(self, k: int) -> int:
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        if k <= 32:
            return self._twister.word() >> (32 - k) if k > 0 else 0
        low = self._twister.word()
        if k <= 64:
            return (self._twister.word() >> (64 - k)) * 4294967296 + low
        return self.getrandbits(k - 32) * 4294967296 + low

    def _below(self, n: int) -> int:
        bits = n.bit_length()
        x = self.getrandbits(bits)
        while x >= n:
            x = self.getrandbits(bits)
        return x

    def randrange(self, start: int, stop: int | None = None, step: int = 1) -> int:
        if stop is None:
            if step != 1:
                raise TypeError("Missing a non-None stop argument")
            if start > 0:
                return self._below(start)
            raise ValueError("empty range for randrange()")
        width = stop - start
        if step == 1:
            if width > 0:
                return start + self._below(width)
            raise ValueError("empty range for randrange() (%d, %d, %d)" % (start, stop, width))
        if step > 0:
            count = (width + step - 1) // step
        elif step < 0:
            count = (width + step + 1) // step
        else:
            raise ValueError("zero step for randrange()")
        if count <= 0:
            raise ValueError("empty range for randrange()")
        return start + step * self._below(count)

    def randint(self, a: int, b: int) -> int:
        return self.randrange(a, b + 1)

    # ---- sequences ----

    def choice(self, seq):
        if len(seq) == 0:
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._below(len(seq))]

    def shuffle(self, x):
        for i in range(len(x) - 1, 0, -1):
            j = self._below(i + 1)
            kept = x[i]
            x[i] = x[j]
            x[j] = kept

    def sample(self, population, k, *, counts=None):
        if isinstance(population, (set, frozenset, dict)):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        if counts is None:
            return [population[i] for i in self._distinct(len(population), k)]
        sums = _cumulated(counts)
        if len(sums) != len(population):
            raise ValueError("The number of counts does not match the population")
        total = sums.pop()
        if total <= 0:
            raise ValueError("Total of counts must be greater than zero")
        return [population[bisect_right(sums, i)] for i in self._distinct(total, k)]

    def _distinct(self, n: int, k: int) -> list[int]:
        # k different positions below n, from a pool if that is smaller than a set.
        if k < 0 or k > n:
            raise ValueError("Sample larger than population or is negative")
        limit = 21
        if k > 5:
            limit += 4 ** ceil(log(k * 3, 4))
        result: list[int] = []
        if n <= limit:
            pool = list(range(n))
            for i in range(k):
                j = self._below(n - i)
                result.append(pool[j])
                pool[j] = pool[n - i - 1]
            return result
        chosen: set[int] = set()
        for i in range(k):
            j = self._below(n)
            while j in chosen:
                j = self._below(n)
            chosen.add(j)
            result.append(j)
        return result

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        n = len(population)
        if cum_weights is None:
            if weights is None:
                scale = float(n)
                return [population[int(self.random() * scale)] for _ in range(k)]
            return self._weighted(population, _cumulated(weights), k)
        if weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        return self._weighted(population, cum_weights, k)

    def _weighted(self, population, sums, k):
        n = len(population)
        if len(sums) != n:
            raise ValueError("The number of weights does not match the population")
        total = sums[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        if not isfinite(total):
            raise ValueError("Total of weights must be finite")
        return [population[bisect_right(sums, self.random() * total, 0, n - 1)] for _ in range(k)]

    # ---- distributions ----

    def random(self) -> float:
        return self._twister.fraction()

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        if mode is None:
            c = 0.5
        elif high == low:
            return low
        else:
            c = (mode - low) / (high - low)
        if u > c:
            return high + (low - high) * sqrt((1.0 - u) * (1.0 - c))
        return low + (high - low) * sqrt(u * c)

    def normalvariate(self, mu=0.0, sigma=1.0):
        while True:
            u = self.random()
            v = 1.0 - self.random()
            z = _NORMAL * (u - 0.5) / v
            if z * z / 4.0 <= -log(v):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * _TWO_PI
            radius = sqrt(-2.0 * log(1.0 - self.random()))
            z = cos(angle) * radius
            self.gauss_next = sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        return exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd):
        return -log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        if kappa <= 1e-6:
            return _TWO_PI * self.random()
        s = 0.5 / kappa
        r = s + sqrt(1.0 + s * s)
        while True:
            z = cos(pi * self.random())
            d = z / (r + z)
            u = self.random()
            if u < 1.0 - d * d or u <= (1.0 - d) * exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        if self.random() > 0.5:
            return (mu + acos(f)) % _TWO_PI
        return (mu - acos(f)) % _TWO_PI

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha > 1.0:
            return self._large_gamma(float(alpha)) * beta
        if alpha == 1.0:
            return -log(1.0 - self.random()) * beta
        return self._small_gamma(float(alpha)) * beta

    def _large_gamma(self, alpha: float) -> float:
        # Cheng 1977
        a = sqrt(2.0 * alpha - 1.0)
        b = alpha - _LOG4
        c = alpha + a
        while True:
            u = self.random()
            if not 1e-7 < u < 0.9999999:
                continue
            w = 1.0 - self.random()
            v = log(u / (1.0 - u)) / a
            x = alpha * exp(v)
            z = u * u * w
            r = b + c * v - x
            if r + _GAMMA - 4.5 * z >= 0.0 or r >= log(z):
                return x

    def _small_gamma(self, alpha: float) -> float:
        # Ahrens and Dieter 1974, algorithm GS
        b = (e + alpha) / e
        while True:
            p = b * self.random()
            if p <= 1.0:
                x = p ** (1.0 / alpha)
                is_taken = self.random() <= exp(-x)
            else:
                x = -log((b - p) / alpha)
                is_taken = self.random() <= x ** (alpha - 1.0)
            if is_taken:
                return x

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.0)
        if y == 0.0:
            return 0.0
        return y / (y + self.gammavariate(beta, 1.0))

    def paretovariate(self, alpha):
        u = 1.0 - self.random()
        return u ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        u = 1.0 - self.random()
        return alpha * (-log(u)) ** (1.0 / beta)


class SystemRandom(Random):
    # Entropy for each number; seeds have no effect.
    def random(self) -> float:
        self._twister.seed_words(entropy_words())
        return self._twister.fraction()

    def getrandbits(self, k: int) -> int:
        self._twister.seed_words(entropy_words())
        return super().getrandbits(k)


_shared = Random()


def seed(a=None, version=2):
    _shared.seed(a, version)


def getstate():
    return _shared.getstate()


def setstate(state):
    _shared.setstate(state)


def getrandbits(k: int) -> int:
    return _shared.getrandbits(k)


def randrange(start: int, stop: int | None = None, step: int = 1) -> int:
    return _shared.randrange(start, stop, step)


def randint(a: int, b: int) -> int:
    return _shared.randint(a, b)


def choice(seq):
    return _shared.choice(seq)


def shuffle(x):
    _shared.shuffle(x)


def sample(population, k, *, counts=None):
    return _shared.sample(population, k, counts=counts)


def choices(population, weights=None, *, cum_weights=None, k=1):
    return _shared.choices(population, weights, cum_weights=cum_weights, k=k)


def random() -> float:
    return _shared.random()


def uniform(a, b):
    return _shared.uniform(a, b)


def triangular(low=0.0, high=1.0, mode=None):
    return _shared.triangular(low, high, mode)


def normalvariate(mu=0.0, sigma=1.0):
    return _shared.normalvariate(mu, sigma)


def gauss(mu=0.0, sigma=1.0):
    return _shared.gauss(mu, sigma)


def lognormvariate(mu, sigma):
    return _shared.lognormvariate(mu, sigma)


def expovariate(lambd):
    return _shared.expovariate(lambd)


def vonmisesvariate(mu, kappa):
    return _shared.vonmisesvariate(mu, kappa)


def gammavariate(alpha, beta):
    return _shared.gammavariate(alpha, beta)


def betavariate(alpha, beta):
    return _shared.betavariate(alpha, beta)


def paretovariate(alpha):
    return _shared.paretovariate(alpha)


def weibullvariate(alpha, beta):
    return _shared.weibullvariate(alpha, beta)

# statistics: averages, spread, and relations between two series, of ints and floats. CPython computes with fractions and
# rounds once; here sums are exact, and what is computed from them has twice the digits of a float.
from math import exp, fsum, log, sqrt


class StatisticsError(ValueError):
    pass


# ---- numbers of two floats: a sum of one and what it lacks ----


def _split(a: float) -> tuple[float, float]:
    c = 134217729.0 * a
    high = c - (c - a)
    return high, a - high


def _product(a: float, b: float) -> tuple[float, float]:
    p = a * b
    a1, a2 = _split(a)
    b1, b2 = _split(b)
    return p, ((a1 * b1 - p) + a1 * b2 + a2 * b1) + a2 * b2


class _Double:
    def __init__(self, high: float, low: float) -> None:
        s = high + low
        self.high = s
        self.low = low - (s - high)

    def times(self, other: "_Double") -> "_Double":
        p, e = _product(self.high, other.high)
        return _Double(p, e + (self.high * other.low + self.low * other.high))

    def minus(self, other: "_Double") -> "_Double":
        a = self.high
        b = -other.high
        s = a + b
        t = s - a
        e = (a - (s - t)) + (b - t)
        return _Double(s, e + (self.low - other.low))

    def over(self, other: "_Double") -> "_Double":
        q = self.high / other.high
        p, e = _product(q, other.high)
        rest = ((self.high - p) - e) + self.low - q * other.low
        return _Double(q, rest / other.high)

    def root(self) -> float:
        if self.high <= 0.0:
            return 0.0
        s = sqrt(self.high)
        p, e = _product(s, s)
        return s + (((self.high - p) - e) + self.low) / (2.0 * s)


def _add_exactly(partials: list[float], x: float) -> None:
    kept = 0
    for y in partials:
        if abs(x) < abs(y):
            x, y = y, x
        high = x + y
        low = y - (high - x)
        if low != 0.0:
            partials[kept] = low
            kept += 1
        x = high
    del partials[kept:]
    partials.append(x)


def _rounded(partials: list[float]) -> _Double:
    high = fsum(partials)
    rest = partials + [-high]
    return _Double(high, fsum(rest))


class _Sums:
    # Of the values and, if they are wanted, of the squares: of the distances from `centre`, which are pairs of floats.
    def __init__(self, values, squares: bool, centre: float) -> None:
        total: list[float] = []
        squared: list[float] = []
        for x in values:
            f = float(x)
            distance = f - centre
            t = distance - f
            rest = (f - (distance - t)) + (-centre - t)
            _add_exactly(total, distance)
            _add_exactly(total, rest)
            if squares:
                p, e = _product(distance, distance)
                for part in (p, e, 2.0 * distance * rest):
                    _add_exactly(squared, part)
        self.total = _rounded(total)
        self.squared = _rounded(squared)
        self.count = _Double(float(len(values)), 0.0)

    def mean(self) -> float:
        return self.total.over(self.count).high

    def deviation(self) -> _Double:
        # The sum of the squared distances from the mean.
        return self.squared.minus(self.total.times(self.total).over(self.count))


def _squares(values) -> _Double:
    return _Sums(values, True, _Sums(values, False, 0.0).mean()).deviation()


def _are_ints(values) -> bool:
    for x in values:
        if isinstance(x, float):
            return False
    return True


def _whole(numerator: int, denominator: int):
    # The int that the fraction is, else a float.
    if numerator % denominator == 0:
        return numerator // denominator
    return _Double(float(numerator), 0.0).over(_Double(float(denominator), 0.0)).high


def _listed(data, least: int, message: str):
    values = list(data)
    if len(values) < least:
        raise StatisticsError(message)
    return values


def _number(x):
    return int(x) if isinstance(x, int) else x


# ---- averages ----


def mean(data):
    values = _listed(data, 1, "mean requires at least one data point")
    if _are_ints(values):
        total = 0
        for x in values:
            total += int(x)
        return _whole(total, len(values))
    return _Sums(values, False, 0.0).mean()


def fmean(data, weights=None):
    values = _listed(data, 1, "fmean requires at least one data point")
    if weights is None:
        return fsum(values) / len(values)
    factors = list(weights)
    if len(factors) != len(values):
        raise StatisticsError("data and weights must be the same length")
    total = fsum(factors)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return fsum([x * w for x, w in zip(values, factors)]) / total


def geometric_mean(data):
    try:
        return exp(fmean([log(x) for x in data]))
    except ValueError:
        pass
    raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers")


def harmonic_mean(data):
    values = _listed(data, 1, "harmonic_mean requires at least one data point")
    if len(values) == 1:
        if values[0] < 0:
            raise StatisticsError("harmonic mean does not support negative values")
        return values[0]
    partials: list[float] = []
    for x in values:
        if x < 0:
            raise StatisticsError("harmonic mean does not support negative values")
        if x == 0:
            return 0
        _add_exactly(partials, 1 / x)
    return _Double(float(len(values)), 0.0).over(_rounded(partials)).high


def _middle(a, b):
    return (a + b) / 2


def median(data):
    values = sorted(data)
    n = len(values)
    if n == 0:
        raise StatisticsError("no median for empty data")
    return values[n // 2] if n % 2 else _middle(values[n // 2 - 1], values[n // 2])


def median_low(data):
    values = sorted(data)
    if not values:
        raise StatisticsError("no median for empty data")
    return values[(len(values) - 1) // 2]


def median_high(data):
    values = sorted(data)
    if not values:
        raise StatisticsError("no median for empty data")
    return values[len(values) // 2]


def _counts(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    return counts


def mode(data):
    counts = _counts(data)
    most = 0
    for x in counts:
        most = max(most, counts[x])
    for x in counts:
        if counts[x] == most:
            return x
    raise StatisticsError("no mode for empty data")


def multimode(data):
    counts = _counts(data)
    most = 0
    for x in counts:
        most = max(most, counts[x])
    return [x for x in counts if counts[x] == most]


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    values = sorted(data)
    size = len(values)
    if size < 2:
        raise StatisticsError("must have at least two data points")
    if method not in ("inclusive", "exclusive"):
        raise ValueError("Unknown method: " + repr(method))
    points = size - 1 if method == "inclusive" else size + 1
    cuts = []
    for i in range(1, n):
        j = i * points // n
        if method == "exclusive":
            j = 1 if j < 1 else size - 1 if j > size - 1 else j
            delta = i * points - j * n
            cuts.append((values[j - 1] * (n - delta) + values[j] * delta) / n)
        else:
            delta = i * points - j * n
            cuts.append((values[j] * (n - delta) + values[j + 1] * delta) / n)
    return cuts


# ---- spread ----


def _spread(values, divisor: int, center):
    if center is not None:
        return mean([(x - center) ** 2 for x in values])
    if _are_ints(values):
        total = 0
        squares = 0
        for x in values:
            total += int(x)
            squares += int(x) * int(x)
        n = len(values)
        return _whole(n * squares - total * total, n * divisor)
    return _squares(values).over(_Double(float(divisor), 0.0)).high


def _deviation(values, divisor: int) -> float:
    if _are_ints(values):
        variance = _spread(values, divisor, None)
        if isinstance(variance, int):
            return sqrt(variance)
    return _squares(values).over(_Double(float(divisor), 0.0)).root()


def pvariance(data, mu=None):
    values = _listed(data, 1, "pvariance requires at least one data point")
    return _spread(values, len(values), mu)


def variance(data, xbar=None):
    values = _listed(data, 2, "variance requires at least two data points")
    if xbar is not None:
        return sum([(x - xbar) ** 2 for x in values]) / (len(values) - 1)
    return _spread(values, len(values) - 1, None)


def pstdev(data, mu=None):
    values = _listed(data, 1, "pstdev requires at least one data point")
    return sqrt(_spread(values, len(values), mu)) if mu is not None else _deviation(values, len(values))


def stdev(data, xbar=None):
    values = _listed(data, 2, "stdev requires at least two data points")
    return sqrt(variance(values, xbar)) if xbar is not None else _deviation(values, len(values) - 1)


# ---- two series ----


class LinearRegression:
    def __init__(self, slope: float, intercept: float) -> None:
        self.slope = slope
        self.intercept = intercept

    def _weft_items(self):
        return self.slope, self.intercept

    def __getitem__(self, i):
        return self._weft_items()[i]

    def __len__(self):
        return 2

    def __iter__(self):
        return iter(self._weft_items())

    def __eq__(self, other):
        return self._weft_items() == (other._weft_items() if isinstance(other, LinearRegression) else other)

    def __hash__(self):
        return hash(self._weft_items())

    def __repr__(self):
        return f"LinearRegression(slope={self.slope!r}, intercept={self.intercept!r})"


def _pairs(name: str, x, y):
    if len(x) != len(y):
        raise StatisticsError(name + " requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(name + " requires at least two data points")


def _centred(x) -> list[float]:
    middle = fsum(x) / len(x)
    return [v - middle for v in x]


def _dot(x: list[float], y: list[float]) -> float:
    return fsum([a * b for a, b in zip(x, y)])


def covariance(x, y):
    _pairs("covariance", x, y)
    return _dot(_centred(x), _centred(y)) / (len(x) - 1)


def correlation(x, y):
    _pairs("correlation", x, y)
    dx = _centred(x)
    dy = _centred(y)
    both = sqrt(_dot(dx, dx) * _dot(dy, dy))
    if both == 0.0:
        raise StatisticsError("at least one of the inputs is constant")
    return _dot(dx, dy) / both


def linear_regression(x, y, *, proportional=False):
    _pairs("linear regression", x, y)
    if proportional:
        xs = [float(v) for v in x]
        ys = [float(v) for v in y]
    else:
        xs = _centred(x)
        ys = _centred(y)
    squares = _dot(xs, xs)
    if squares == 0.0:
        raise StatisticsError("x is constant")
    slope = _dot(xs, ys) / squares
    return LinearRegression(slope, 0.0 if proportional else fsum(y) / len(y) - slope * (fsum(x) / len(x)))

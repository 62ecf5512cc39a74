"""The math module against CPython's: values, and the errors at the edges."""
import math
import random
import unittest

from core import load, lowlevel, outcome

mine = load("math", "stdlib")

UNARY = ["sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sqrt",
         "cbrt", "fabs", "frexp", "modf", "degrees", "radians", "erf", "erfc", "gamma", "lgamma", "isnan", "isinf", "isfinite", "floor", "ceil", "trunc", "ulp"]
BINARY = ["atan2", "pow", "fmod", "hypot", "copysign", "isclose", "nextafter", "remainder"]
VALUES = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.5, -2.5, 3.0, 10, -7, True, 171.5, 710.0, 1e10, 1e300, 1e-300, 5e-324, math.inf, -math.inf, math.nan, 1.7976931348623157e308]


class Math(unittest.TestCase):
    def same(self, name, *args):
        expected = outcome(getattr(math, name), *args)
        try:
            self.assertEqual(outcome(getattr(mine, name), *args), expected, (name, args))
        except lowlevel.Fatal:
            self.assertGreater(abs(int(expected)), 2**63 - 1, (name, args))

    def test_functions(self):
        r = random.Random(1)
        values = VALUES + [r.uniform(-20, 20) for _ in range(200)]
        for x in values:
            for name in UNARY:
                self.same(name, x)
            for name in BINARY:
                for y in VALUES + [r.uniform(-5, 5)]:
                    self.same(name, x, y)
            self.same("hypot", x, r.uniform(-5, 5), r.uniform(-5, 5))
            self.same("log", abs(x), 10)
            self.same("ldexp", x, r.randrange(-1100, 1100))

    def test_integers(self):
        r = random.Random(2)
        for _ in range(1500):
            n, k = r.randrange(-3, 70), r.randrange(-3, 40)
            for name in "comb", "perm", "gcd", "lcm":
                self.same(name, n, k)
            self.same("factorial", n)
            self.same("isqrt", r.randrange(2 ** r.randrange(1, 64)))
        for n in (2**63 - 1, 3037000499**2, 3037000499**2 - 1, 2**52, 2**53 + 1, -1):
            self.same("isqrt", n)
        self.same("prod", [1, 2, 3.5])

    def test_fsum(self):
        r = random.Random(3)
        for _ in range(1000):
            items = [r.choice([1, -1]) * r.random() * 10.0 ** r.randrange(-30, 30) for _ in range(r.randrange(30))]
            self.same("fsum", items + [-x for x in items[::2]])
        for items in [1e308, 1e308], [math.inf, 1], [math.inf, -math.inf], [math.nan, 1], [1e16, 1.0, 1e-16], []:
            self.same("fsum", items)


if __name__ == "__main__":
    unittest.main()

"""Arithmetic, conversions, rounding, hashes and formats of numbers against CPython's."""
import math
import random
import unittest

from core import load, lowlevel, outcome

arith = load("arith")
number = load("number")
text = load("text")
format_ = load("format")
builtins_ = load("builtins")

EDGES = [0, 1, -1, 2, 3, 7, -7, 10, 63, 64, 100, 2**31, 2**53, 2**53 + 1, 2**61 - 1, 2**62, 2**63 - 1, -(2**63), -(2**53) - 1]
FLOATS = [0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, -2.5, 3.7, 1e15, 1e16, 1e17, 1e22, 1e300, 1e-7, 5e-324, 2.0**53, 2.0**63, -(2.0**63), math.inf, -math.inf, math.nan]


def random_int(r):
    return r.choice(EDGES) if r.random() < 0.2 else r.randrange(-(2 ** r.randrange(1, 64)), 2 ** r.randrange(1, 64))


def random_float(r):
    if r.random() < 0.2:
        return r.choice(FLOATS)
    return r.uniform(-1, 1) * 10.0 ** r.randrange(-20, 30) if r.random() < 0.5 else round(r.uniform(-1000, 1000), r.randrange(4))


def fits(x):
    if isinstance(x, tuple):
        return all(map(fits, x))
    return not isinstance(x, int) or -(2**63) <= x < 2**63


class Numbers(unittest.TestCase):
    def same(self, mine, theirs, *args):
        """Equal outcomes; where CPython's integer needs more than 64 bits, the end of the program."""
        expected = outcome(theirs, *args)
        try:
            if not fits(theirs(*args)):
                with self.assertRaises(lowlevel.Fatal, msg=args):
                    mine(*args)
                return
        except Exception:
            pass
        self.assertEqual(outcome(mine, *args), expected, args)

    def test_integer_operators(self):
        r = random.Random(1)
        pairs = [(a, b) for a in EDGES for b in EDGES] + [(random_int(r), random_int(r)) for _ in range(3000)]
        for a, b in pairs:
            self.same(arith.int_floordiv, lambda a, b: a // b, a, b)
            self.same(arith.int_mod, lambda a, b: a % b, a, b)
            self.same(arith.int_truediv, lambda a, b: a / b, a, b)
            self.same(arith.int_divmod, divmod, a, b)
            self.same(arith.int_rshift, lambda a, b: a >> b, a, b)
            self.same(arith.int_lshift, lambda a, b: a << b if b < 100 or a == 0 else 2**70, a, b)
            self.same(arith.int_pow, lambda a, b: a**b if b < 70 or abs(a) < 2 else 2**70, a, b)

    def test_modular_powers(self):
        r = random.Random(2)
        for _ in range(600):
            a, b, m = random_int(r), random_int(r), random_int(r)
            if m != -(2**63):
                self.same(arith.int_pow_mod, pow, a, b, m)

    def test_float_operators(self):
        r = random.Random(3)
        pairs = [(a, b) for a in FLOATS for b in FLOATS] + [(random_float(r), random_float(r)) for _ in range(3000)]
        for a, b in pairs:
            self.same(arith.float_truediv, lambda a, b: a / b, a, b)
            self.same(arith.float_floordiv, lambda a, b: a // b, a, b)
            self.same(arith.float_mod, lambda a, b: a % b, a, b)
            self.same(arith.float_divmod, divmod, a, b)
            if not is_complex_power(a, b):
                self.same(arith.float_pow, lambda a, b: a**b, a, b)

    def test_mixed_comparisons(self):
        r = random.Random(4)
        ints = EDGES + [random_int(r) for _ in range(100)]
        floats = FLOATS + [float(i) for i in ints] + [random_float(r) for _ in range(50)]
        for a in ints:
            for b in floats:
                for name, op in OPERATORS.items():
                    self.assertEqual(getattr(arith, "int_%s_float" % name)(a, b), op(a, b), (a, name, b))
                    self.assertEqual(getattr(arith, "float_%s_int" % name)(b, a), op(b, a), (b, name, a))

    def test_scalars(self):
        values = [None, True, False, 3, -2, 0, 2.5, math.nan, 2**63 - 1, 1e300]
        for a in values:
            for b in values:
                for name, op in OPERATORS.items():
                    self.same(getattr(arith, "scalar_" + name), op, a, b)
                for name, op in ARITHMETIC.items():
                    if name != "pow" or a is None or b is None or not (b > 99 or is_complex_power(a, b)):
                        self.same(getattr(arith, "scalar_" + name), op, a, b)
            self.same(arith.scalar_neg, lambda a: -a, a)
            self.same(arith.scalar_pos, lambda a: +a, a)
            self.same(arith.scalar_invert, lambda a: ~a, a)
            self.same(arith.scalar_abs, abs, a)
            self.assertEqual(arith.scalar_truth(a), bool(a))
            self.same(number.scalar_str, str, a)
            if a is not None and a == a:
                self.same(number.scalar_hash, hash, a)

    def test_texts(self):
        r = random.Random(5)
        for x in EDGES + [random_int(r) for _ in range(1000)]:
            self.assertEqual(str(text.int_str(x)), str(x))
            self.assertEqual(number.hash_int(x), hash(x))
            for mine, theirs in (builtins_.hex, hex), (builtins_.oct, oct), (builtins_.bin, bin):
                self.assertEqual(str(mine(x)), theirs(x))
            self.assertEqual(number.int.bit_length(x), x.bit_length())
            self.assertEqual(number.int.bit_count(x), x.bit_count())
        for x in FLOATS + [random_float(r) for _ in range(2000)]:
            self.assertEqual(str(number.float_str(x)), repr(x))
            self.assertEqual(str(number.float.hex(x)), x.hex())
            if x == x:
                self.assertEqual(number.hash_float(x), hash(x), x)
            self.assertEqual(number.float.is_integer(x), x.is_integer())

    def test_parsing(self):
        cases = ["0", "-0", "+5", " 12 ", "1_000", "1__0", "_1", "1_", "", " ", "-", "0x1f", "0X_1F", "0b101", "0o17", "017", "00", "z", "9223372036854775807",
                 "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "99999999999999999999x", "\u0661\u0662", "1 2", "0x", "0_0", "1.5", "\u30001\n"]
        for s in cases:
            for base in 10, 0, 16, 2, 8, 36, 3, 1, 37, -1:
                self.same(number.parse_int, int, s, base)
        floats = ["1", "1.5", " -2e3 ", "1_0.5", "1__0", "_1", "1_", "1e1_0", "inf", "-Infinity", "nan", "NaN", "", ".", "1.", ".5", "1e", "0x1p3", "1e400", "\u0663.5", "1_.5", "infinit", "é"]
        for s in floats:
            self.same(number.parse_float, float, s)
        for x in FLOATS:
            self.same(number.float_as_int, int, x)

    def test_rounding(self):
        r = random.Random(6)
        for x in FLOATS + [random_float(r) for _ in range(1000)]:
            self.same(number.round_to_int, round, x)
            for n in 0, 1, 2, 5, 15, 22, 300, 323, 400, -1, -2, -5, -15, -308, -309, -400:
                self.same(number.round_float, round, x, n)
        for n in range(-400, 0, 7):
            self.same(number.round_float, round, 1.7e308, n)
        for x in EDGES + [random_int(r) for _ in range(300)] + [15, 25, 5, 50, 150, -15, -25, 5 * 10**18, 6 * 10**18]:
            for n in 0, 3, -1, -2, -3, -18, -19, -20:
                self.same(number.round_int, round, x, n)

    def test_tuple_hash(self):
        r = random.Random(7)
        for size in range(6):
            items = tuple(random_int(r) for _ in range(size))
            h = number.TUPLE_HASH_START
            for x in items:
                h = number.combine_hash(h, hash(x))
            self.assertEqual(number.finish_hash(h, size), hash(items))

    def test_formats(self):
        r = random.Random(8)
        for _ in range(6000):
            spec = random_spec(r)
            i, f, s = random_int(r), random_float(r), r.choice(["", "a", "héllo", "日本語", "x" * 20])
            if "n" not in spec:
                self.same(format_.format_int, format, i, spec)
                self.same(format_.format_float, format, f, spec)
            self.same(format_.format_str, format, s, spec)
            b = r.random() < 0.5
            self.same(number.bool.__format__, format, b, spec)
        for spec in ["5zz", ",_", "_,", ",x", ".", ".d", "c5", "é>10", "\u3042^9", "<", "=+#020,.3f", "z.1f", "010s", "<010s", "=5", "s5", "1" * 30, ",,", "q", "\x01"]:
            for x, mine in (12345, format_.format_int), (-0.04, format_.format_float), ("abc", format_.format_str):
                self.same(mine, format, x, spec)
        for x in FLOATS:
            for spec in ".0", ".1", ".3", ".5", "#", "#.3", "g", ".0f", ".1200f", ".1200e", "#.0e", "010", "%", ".0%", "+,.2f":
                self.same(format_.format_float, format, x, spec)


def is_complex_power(a, b):
    return -math.inf < a < 0 and math.isfinite(b) and b % 1.0 != 0.0


def random_spec(r):
    spec = ""
    if r.random() < 0.4:
        spec += r.choice(["", "*", "0", "é", " "]) + r.choice("<>^=")
    if r.random() < 0.2:
        spec += r.choice("+- ")
    if r.random() < 0.05:
        spec += "z"
    if r.random() < 0.15:
        spec += "#"
    if r.random() < 0.3:
        spec += "0"
    if r.random() < 0.6:
        spec += str(r.randrange(1, 30))
    if r.random() < 0.2:
        spec += r.choice(",_")
    if r.random() < 0.3:
        spec += "." + str(r.randrange(0, 20))
    if r.random() < 0.7:
        spec += r.choice("bcdoxXeEfFgGs%")
    return spec


OPERATORS = {
    "lt": lambda a, b: a < b,
    "le": lambda a, b: a <= b,
    "eq": lambda a, b: a == b,
    "ne": lambda a, b: a != b,
    "gt": lambda a, b: a > b,
    "ge": lambda a, b: a >= b,
}
ARITHMETIC = {
    "add": lambda a, b: a + b,
    "sub": lambda a, b: a - b,
    "mul": lambda a, b: a * b,
    "truediv": lambda a, b: a / b,
    "floordiv": lambda a, b: a // b,
    "mod": lambda a, b: a % b,
    "pow": lambda a, b: a**b,
    "lshift": lambda a, b: a << b if type(a) not in (int, bool) or type(b) not in (int, bool) or b < 100 else 2**70 if a else 0,
    "rshift": lambda a, b: a >> b,
    "and": lambda a, b: a & b,
    "or": lambda a, b: a | b,
    "xor": lambda a, b: a ^ b,
}

if __name__ == "__main__":
    unittest.main()

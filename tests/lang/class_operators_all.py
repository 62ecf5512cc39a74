# test: lang
# Every binary operator and its in-place form.


class Op:
    def __init__(self, text):
        self.text = text

    def __add__(self, o):
        return Op(f"({self.text}+{o.text})")

    def __sub__(self, o):
        return Op(f"({self.text}-{o.text})")

    def __mul__(self, o):
        return Op(f"({self.text}*{o.text})")

    def __truediv__(self, o):
        return Op(f"({self.text}/{o.text})")

    def __floordiv__(self, o):
        return Op(f"({self.text}//{o.text})")

    def __mod__(self, o):
        return Op(f"({self.text}%{o.text})")

    def __pow__(self, o):
        return Op(f"({self.text}**{o.text})")

    def __lshift__(self, o):
        return Op(f"({self.text}<<{o.text})")

    def __rshift__(self, o):
        return Op(f"({self.text}>>{o.text})")

    def __and__(self, o):
        return Op(f"({self.text}&{o.text})")

    def __or__(self, o):
        return Op(f"({self.text}|{o.text})")

    def __xor__(self, o):
        return Op(f"({self.text}^{o.text})")

    def __matmul__(self, o):
        return Op(f"({self.text}@{o.text})")

    def __invert__(self):
        return Op(f"~{self.text}")


a, b, c = Op("a"), Op("b"), Op("c")
for r in (a + b, a - b, a * b, a / b, a // b, a % b, a**b, a << b, a >> b, a & b, a | b, a ^ b, a @ b, ~a):
    print(r.text, end=" ")
print()
print((a + b * c).text, (a - b - c).text, (a**b**c).text, (a | b & c ^ a).text, (~a * b).text, (a << b + c).text)
x = a
x += b
x -= c
x *= b
x /= c
x //= b
x %= c
x **= b
x <<= c
x >>= b
x &= c
x |= b
x ^= c
x @= b
print(x.text, a.text)

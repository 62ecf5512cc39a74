# test: lang
# Class patterns with keywords and positions, mapping patterns.
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y):
        self.x = x
        self.y = y
def f(p):
    match p:
        case P(x=0, y=0):
            return "origin"
        case P(x=0, y=b):
            return "on y " + str(b)
        case P(x=a) if a > 5:
            return "far"
        case P(a, b):
            return f"{a},{b}"
for p in [P(0, 0), P(0, 2), P(8, 1), P(1, 1)]:
    print(f(p))
def g(d):
    match d:
        case {"kind": "a", "v": v}:
            return "A" + v
        case {"kind": k, **rest}:
            return k + str(rest)
        case {}:
            return "none"
print(g({"kind": "a", "v": "1"}), g({"kind": "b", "z": "1"}), g({"q": "1"}))

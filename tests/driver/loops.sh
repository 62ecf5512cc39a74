# test: cli
# `for` over ranges, lists, enumerate and zip is what a C programmer would write: after the passes nothing is allocated,
# called or raised in it. Iterating over a dict may still find that it changed.
cat > prog.py <<'END'
def over_range(n):
    s = 0
    for i in range(n):
        s ^= i
    return s

def over_steps(a, b):
    s = 0
    for i in range(a, b, 3):
        s ^= i
    return s

def over_nested(n):
    s = 0
    for i in range(n):
        for j in range(i):
            s ^= j
    return s

def over_list(items):
    s = 0
    for x in items:
        s ^= x
    return s

def over_enumerate(items):
    s = 0
    for i, x in enumerate(items):
        s ^= i + x
    return s

def over_zip(a, b):
    s = 0
    for x, y in zip(a, b):
        s ^= x + y
    return s

class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

def over_points(n):
    p = Point(0, 1)
    for i in range(n):
        p = p + Point(i, 2)
    return p.x ^ p.y

def caught(n):
    s = 0
    for i in range(n):
        try:
            if i == 3:
                raise KeyError
            s += 1
        except KeyError:
            s += 10
    return s

def over_items(d):
    s = 0
    for k, v in d.items():
        s ^= k + v
    return s

numbers = [3, 1, 4, 1, 5]

def first():  # so that others see the list
    return numbers[0]

print(over_range(10), over_steps(3, 40), over_nested(5), over_list(numbers), over_enumerate(numbers))
print(over_zip(numbers, numbers), over_points(5), over_items({1: 2, 3: 4}), caught(6), first())
END
status 0 "$WEFT" dump prog.py --after=dead-functions --verify -o prog.ir
fail() { echo "$1"; exit 1; }
# The graph of a function.
body() { sed -n "/^graph @\"__main__.$1(/,/^}/p" prog.ir; }
for name in over_range over_steps over_nested over_list over_enumerate over_zip over_points; do
    body $name | grep -q 'return(' || fail "no graph for $name"
    if body $name | grep -E 'malloc|on_exception|= call|trace_here'; then fail "$name does more than it has to"; fi
done
if body over_items | grep -E 'tuple\[int|dict_itemiterator|on_exception'; then fail "items() allocates"; fi
status 0 "$WEFT" eval prog.py --at=gc
prints "1 55 2 2 10"
prints "4 1 4 15"

# test: cli
# --remarks: what the passes did and did not do, in terms of the source: allocations, constants, loops.
cat > prog.py <<'END'
class Point:
    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y


class Node:
    def __init__(self, point, next):
        self.point = point
        self.next = next


def depth(node, n):
    if n > 0 and node.next is not None:
        return depth(node.next, n - 1) + node.point.x
    return node.point.y


def make(n):
    return Node(
        Point(n, n),
        None)


def removed(n):
    p = Point(n, n + 1)
    return p.x * p.y


def placed(n):
    first = Node(Point(n, 1), None)
    second = Node(first.point, first)
    return depth(second, n)


last = make(1)


def kept(n):
    global last
    p = Point(n, n)
    last.point = p
    last.next = Node(p, None)
    return depth(last, n)


print(removed(int("3")), placed(int("4")), kept(int("5")), depth(make(int("2")), 1))
END
status 0 "$WEFT" dump prog.py -o x.ir --remarks=applied:'(malloc-removal|escape): allocation of `(Point|Node)'
says 'prog.py:26: applied: malloc-removal: allocation of `Point` removed'
says 'prog.py:31: applied: escape: allocation of `Point` is on the stack'
says 'prog.py:31: applied: escape: allocation of `Node` is on the stack'
status 0 "$WEFT" dump prog.py -o x.ir --remarks=missed:'allocation of `(Point|Node)'
says 'prog.py:31: missed: malloc-removal: allocation of `Point` kept: stored into `point` of `Node` at prog.py:9'
says 'prog.py:41: missed: escape: allocation of `Point` kept: stored into `point` of `Node` at prog.py:42'
says 'prog.py:43: missed: escape: allocation of `Node` kept: stored into `next` of `Node` at prog.py:43'
status 0 "$WEFT" dump prog.py -o x.ir -fno-malloc-removal --remarks=applied,missed:'escape.*Point'
says 'prog.py:26: applied: escape: allocation of `Point` is on the stack'
status 0 "$WEFT" dump prog.py -o x.ir -fno-malloc-removal --stats
! grep -qE "  (malloc-removal|follow-objects)" err || { cat err; exit 1; }
status 0 "$WEFT" dump prog.py -o x.ir -fno-escape --stats
! grep -q '  escape' err || { cat err; exit 1; }
cat > loops.py <<'END2'
LIMIT = 3
other = 1


def f(x):
    total = 0
    for i in range(LIMIT):
        total += x * i
    for i in range(50):
        total += i
    for i in range(7):
        total += x // 3 + x // 5 + x // 7 + x // 11 + x // 13 + x // 17 + x // 19
        total ^= x // 2 + x // 4 + x // 6 + x // 8 + x // 10 + x // 12 + x // 14
    while total > x:
        total -= LIMIT
    return total


def g():
    global other
    other = 2
    return other


print(f(int("4")), g())
END2
status 0 "$WEFT" dump loops.py -o x.ir --remarks=applied,missed:'(unroll|module-constants): '
says 'loops.py:1: applied: module-constants: `LIMIT` is constant'
says 'loops.py:21: missed: module-constants: `other` is also written otherwise'
says 'loops.py:7: applied: unroll: loop is written out: 4 copies'
says 'loops.py:9: missed: unroll: loop stays: it does not end in 8 turns'
grep -q 'loops.py:11: missed: unroll: loop stays: it would be 8 copies of [0-9]* operations' err || { cat err; exit 1; }
! grep -q 'loops.py:14: ' err || { echo "nobody knows how often"; cat err; exit 1; }
status 0 "$WEFT" dump loops.py -o y.ir
cmp x.ir y.ir

# variables that are of one type in a loop from some turn on
cat > kinds.py <<'END2'
def total(items):
    t = 0
    for x in items:
        t += x
    return t


def largest(items):
    best = None
    for x in items:
        if best is None or x > best:
            best = x
    return best


def both(items):
    t = 0
    for x in items:
        t += x
        if t > 3:
            t = 1
    return t


items = [float(c) for c in input()]
print(total(items), total(items[1:]), both(items))
print(largest([int(x) for x in items]), largest([1]))
END2
status 0 "$WEFT" dump kinds.py --after=gc -o x.ir --remarks=applied,missed:'specialise: '
says 'kinds.py:3: applied: specialise: loop has a copy in which `t` is float'
says 'kinds.py:10: applied: specialise: loop has a copy in which `best` is int'
says 'kinds.py:18: missed: specialise: `t` keeps its type at run time: no one type stays in the loop'
# the tag is put on once, behind the loop, and never looked at
for what in total:float largest:int; do
    awk "/^graph @\"__main__.${what%:*}\\(/,/^}/" x.ir > graph.ir
    [ "$(grep -c ' scalar_' graph.ir)" = 1 ] || { cat graph.ir; exit 1; }
    grep -A1 " scalar_from_${what#*:} " graph.ir | grep -q 'jump return' || { cat graph.ir; exit 1; }
done

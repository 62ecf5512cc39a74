"""Statements and definitions of the fuzzer's programs, written out: one after each empty line.

Holes and names are those of grammar.py; all uses of a name in one idiom are the same. `keep $x:A` at the end leaves a variable to what follows, `offer
TYPE = TEXT` a production. A hole in a block below a `for` is what it is anywhere: what may be used of the names is said in the hole.
"""

STATEMENTS = r"""
$a, ($b, $c) = «tuple[A,tuple[B,C]]»
print($c, $b, $a)
keep $a:A
keep $b:B

($a, $b), *$c = [«tuple[A,B]», *«list[tuple[A,B]]»]
print($c)
keep $a:A
keep $b:B

$a, *$b, $c = «str»
keep $a:str
keep $b:list[str]

$a, $b = $c = «tuple[A,B]»
print($a, $b, $c)
keep $a:A

for $i, ($a, $b) in enumerate(«list[tuple[A,B]]», «small»):
    print($i, «E;$i:int,$a:A,$b:B»)

for $a, $b, $c in zip(«list[A]», «list[B]», «str»):
    print(«E;$a:A,$b:B,$c:str»)

for $a in «list[A]»:
    for $b in «list[B]»:
        if «bool;$a:A,$b:B»:
            break
    else:
        continue
    print($a)
    break
else:
    print('none')

for $a in iter((«list[int]» + [0]).pop, 0):
    print(«E;$a:int»)
    if $a > 5:
        break

for $a in «bytes»[:3]:
    print(«E;$a:int»)

for $a in «deque[A]»:
    print(«E;$a:A»)

for $a in «dict[K,A]».values():
    print(«E;$a:A»)

for $a in Color:
    print($a, $a.value)
    if «bool»:
        break

for $a in «dict[K,A]».keys() & «set[K]»:
    print(«E;$a:K»)

$a = «list[A]»
$a[::«step»] = «list[A]»
print($a)
keep $a:list[A]

$a = «list[A]» * 2
del $a[«nat»::2]
print($a)
keep $a:list[A]

$a = list(range(10))
$a[«small»:«small»:«step»] = [«int»] * «nat»
print($a)

$a = list(range(8))
$a[«small»:«small»] = «list[int]»
del $a[::-«nat» - 1]
print($a)

$a = $b = «list[A]»
$a += [«A»]
$b = $b + [«A»]
print($a, $b, $a is $b)

$a = [[«A»] * 2] * 2
$a[0][1] = «A»
print($a, $a[0] is $a[1])

$a = [«A», «A»]
$a[0], $a[-1] = $a[-1], «A»
$b = $a[«nat» % 2] = «A»
print($a, $b)

$a = «list[A]»
$a[:] = [$b for $b in $a if «bool;$b:A»]
print($a)

$g = iter(«list[A]»)
print(next($g, «A»))
for $a in $g:
    print(«E;$a:A»)
    break
print(list($g), list($g))

$g = («B;$a:A» for $a in «list[A]» if «bool;$a:A»)
print(next($g, «B»))
print(list($g), sum(1 for _ in $g))

$g = map(lambda $a: «B;$a:A», «list[A]»)
for $b in $g:
    print($b)
    break
print(len(list($g)))

$g = zip(«list[A]», «list[B]»)
print(next($g, (None, None)) is None, list($g))

$g = enumerate(«str»)
for $a, $b in $g:
    if $a > 1:
        break
print(list($g))

with Guard('a', «bool») as $a, Guard('b', «bool»):
    print(«A», $a)
    if «bool»:
        raise ValueError(«str»)
print('after')

try:
    with Guard(«str», «bool»):
        with Guard('inner', False):
            print(boom(«N», «A»))
        raise KeyError(«A»)
except Boom as $e:
    print($e.n)
except LookupError as $e:
    print(repr($e))
else:
    print('else')

for $a in «list[A]»:
    try:
        if «bool;$a:A»:
            continue
        print(«B;$a:A»)
    except Exception as $e:
        print(type($e).__name__)
        break
    else:
        print('else')
    finally:
        print('finally', «C;$a:A»)
else:
    print('no break')

try:
    raise ValueError(«str») from KeyError(«int»)
except ValueError as $e:
    print(repr($e.__cause__), $e.__suppress_context__)

try:
    try:
        print(«A»)
        raise ValueError('inner')
    except ValueError:
        raise TypeError('outer')
    finally:
        print(«B»)
except TypeError as $e:
    print(repr($e.__context__))
except Exception as $e:
    print('other', $e)

def $f($a):
    try:
        return «A;$a:B»
    except Exception:
        return «A»
    finally:
        LOG.append(«N»)
print($f(«B»))

def $f($a):
    for $b in «list[A]»:
        try:
            if «bool;$a:C,$b:A»:
                return «B;$b:A»
        finally:
            if «bool;$b:A»:
                break
    return «B;$a:C»
print($f(«C»))

def $f($a):
    while True:
        try:
            if «bool;$a:int»:
                return 'try'
            raise ValueError($a)
        except ValueError as $e:
            $a += 1
            if $a > 5:
                return 'except'
        else:
            return 'else'
        finally:
            print('finally', $a)
print($f(«small»))

def $f($a, $b=[]):
    $b.append($a)
    return len($b), $b
print($f(«A»), $f(«A»))
print($f(«A», [«A»]))

def $f($a, /, $b=«small», *$c, $d=«A»):
    return $a, $b, list($c), $d
print($f(«B»), $f(«B», «small»), $f(«B», «small», «E», «E»), $f(«B», $d=«A»), sep='\n')
print($f(«B», *«list[int]»))

def $f($a, **$b):
    return $a, sorted($b.items()), len($b)
print($f(«A»), $f(«A», x=«int», y=«int»))

def $f($a=None):
    if $a is None:
        $a = «list[A]»
    return $a
print($f(), $f([«A»]))

def $f($a, $b=None, $c=None):
    if $b is None or $c is not None:
        return «A;$a:B»
    return $b
print($f(«B»), $f(«B», «A»), $f(«B», $c=«C»))

@lru_cache(maxsize=None)
def $f(n):
    LOG.append(n)
    return n if n < 2 else ($f(n - 1) + $f(n - 2)) % 1009
print($f(«nat» + 10), $f(«nat»))

def $f(n, $a):
    return $a if n <= 0 else $g(n - 1, $a)
def $g(n, $a):
    return $f(n - 1, «A;$a:A»)
print($f(«nat» % 4, «A»))

def $d(times):
    def $w(f):
        @wraps(f)
        def inner(*args, **named):
            return [f(*args, **named) for _ in range(times)]
        return inner
    return $w
@$d(«nat» % 3)
def $f($a, $b=«A»):
    return «B;$a:C,$b:A»
print($f(«C»), $f(«C», $b=«A»))

def $g($a):
    total = 0
    while total < 30:
        $b = yield total
        if $b is None:
            $b = 7
        total += $b
    return «A;$a:B»
$c = $g(«B»)
print(next($c), $c.send(«nat»), $c.send(None), list($c))

def $g($a):
    try:
        for $b in $a:
            yield «B;$b:A»
    except ValueError as $e:
        print('caught', $e)
        yield «B»
    finally:
        print('closed')
$c = $g(«list[A]»)
print(next($c, «B»))
try:
    print($c.throw(ValueError('thrown')))
except (ValueError, StopIteration) as $e:
    print(type($e).__name__)
$c.close()

def $h(n):
    for $a in range(n):
        yield «B;$a:int»
    return «A»
def $g(n):
    $b = yield from $h(n)
    print($b)
    yield «B»
print(list($g(«nat» % 4)))

def $g(n, $a):
    if n > 0:
        yield from $g(n - 1, «A;$a:A»)
        yield $a
        yield from $g(n - 2, $a)
print(list($g(«nat» % 4, «A»)))

def $g($a):
    $b = yield
    while $b:
        $a.append($b)
        $b = yield len($a)
$c = []
$d = $g($c)
next($d)
print($d.send(«int»), $c)
try:
    $d.send(0)
except StopIteration as $e:
    print('stopped', $c)

match «tuple[A,B]», «int»:
    case (($a, _), 0 | 1 | 2):
        print(«E;$a:A»)
    case (_, $b) if $b > 5:
        print($b)
    case $c:
        print($c)

match «list[int]»:
    case []:
        print('empty')
    case [0, *$a] | [1, 2, *$a]:
        print($a)
    case [$b, $c] if $b < $c:
        print($b, $c)
    case [$b, *_, $c]:
        print(«A;$b:int,$c:int»)
    case _:
        print('other')

match «opt[str]»:
    case None:
        print('none')
    case 'a' | 'b' as $a:
        print($a)
    case str($b):
        print(«A;$b:str»)

match «num»:
    case None | True:
        print('none')
    case int($a) if $a > 3:
        print(«A;$a:int»)
    case float($b):
        print(«A;$b:float»)
    case $c:
        print($c)

match «dict[str,int]»:
    case {'a': $a, 'b': 0 | 1}:
        print($a)
    case {'a': int() as $b, **$c} if $b > 2:
        print($b, $c)
    case {}:
        print('any')

$a = «opt[A]»
if $a is not None and «bool;$a:A»:
    print(«B;$a:A»)
elif $a is None:
    print('none')

$a = None
for $b in «list[A]»:
    if «bool;$b:A»:
        $a = $b
print($a)

$a = «num»
$b = $a + 1 if $a is not None else -1
print($b, type($b).__name__, $b == $a)

$a = 0
for $b in «list[num]»:
    if $b is not None:
        $a += $b
print($a, type($a).__name__)

$a, $b = «int», «num»
while $a > 0 and $b is None:
    $a //= 2
    if «bool;$a:int»:
        $b = «float»
print($a, $b)

print(«A», file=sys.stderr)
sys.stdout.write(«str» + '\n')

$a = ''
for $b in «list[A]»:
    $a += f"{$b},"
print($a.rstrip(','))
keep $a:str

$a = {}
for $b in «list[K]»:
    $a[$b] = $a.get($b, 0) + 1
print(sorted($a.items(), key=lambda p: (-p[1], repr(p[0]))))
keep $a:dict[K,int]

$a = defaultdict(list)
for $b, $c in «list[tuple[K,A]]»:
    $a[$b].append($c)
print(dict($a), $a.get(«K»), «K» in $a)

$a = defaultdict(int)
$a[«K»] += «small»
print($a[«K»], $a)

$a = «dict[K,A]»
for $b in list($a):
    if «bool;$b:K»:
        del $a[$b]
print($a, len($a))

$a = «dict[K,A]»
try:
    for $b in $a:
        if «bool;$b:K»:
            $a.pop($b)
        else:
            $a[«K»] = «A»
except RuntimeError as $e:
    print($e)
print(list($a))

$a = «set[K]»
try:
    for $b in $a:
        if «bool;$b:K»:
            $a.discard(«K»)
            $a.add(«K»)
except RuntimeError as $e:
    print($e)
print($a)

$a = «deque[A]»
$a.appendleft(«A»)
$a.rotate(«small»)
$a.extendleft(«list[A]»)
print($a, $a[-1])

$a = Counter(«list[K]»)
$a.update(«list[K]»)
$a.subtract([«K»])
print($a, $a.most_common(2), sorted($a.elements(), key=repr))

$a = bytearray(«bytes»)
$a.append(«nat»)
$a += «bytes»
$a[0:1] = b'zz'
print($a, bytes($a), $a.find(b'a'))

$a = [(«O», «A») for _ in range(3)] + «list[tuple[O,A]]»
$a.sort(key=itemgetter(0), reverse=«bool»)
print($a)

$a = []
for $b in «list[O]»:
    heappush($a, $b)
heapify($a)
print([heappop($a) for _ in range(len($a))])

$a = [lambda $b: «A;$b:B», lambda $b: «A;$b:B»]
for $c in $a:
    print($c(«B»))

$a = {'f': lambda $b: «A;$b:B», 'g': lambda $b, $c=«A»: $c}
print($a[«text» if «bool» else 'f'](«B»))

$a = partial(pick, «bool»)
print($a(«A», «A»))

$a = «int»
def $f():
    def $g():
        nonlocal $a
        $a += «small»
        return $a
    return $g() + $g()
if False:
    print($f(), $a)

$a = [«A» for $b in range(3) for $c in range($b)]
print($a, [(($b, $c) if $b else ($c, $b)) for $b in range(2) for $c in range(2) if $b != $c])

$a = {$b: [$c for $c in range($b) if $c % 2] for $b in «list[int]» if 0 <= $b < 9}
print($a)
keep $a:dict[int,list[int]]

$a = «str»
while $a:
    $b, $a = $a[0], $a[2:]
    if «bool;$b:str»:
        print($b)
else:
    print('done')

if ($a := «opt[A]») is not None:
    print(«B;$a:A»)
else:
    print('no')

if any(($a := $b) is not None for $b in «list[opt[A]]»):
    print($a)

assert «bool», f"{«Q»}"
""".strip("\n").split("\n\n")

DEFINITIONS = r"""
class $c:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return «A;$n:int»
offer list[A] = list($c(«nat»))
offer A = next($c(«nat»))
offer list[tuple[int,A]] = list(enumerate($c(«nat»)))

class $c:
    def __init__(self):
        self.items = {}
    def __setitem__(self, key, value):
        self.items[key] = value
    def __getitem__(self, key):
        if key not in self.items:
            raise KeyError(key)
        return self.items[key]
    def __delitem__(self, key):
        del self.items[key]
    def __contains__(self, key):
        return key in self.items
    def __len__(self):
        return len(self.items)
    def __iter__(self):
        return iter(self.items)
def $f(pairs):
    made = $c()
    for key, value in pairs:
        made[key] = value
    return made
offer A = $f(«list[tuple[K,A]]»)[«K»]
offer bool = («K» in $f(«list[tuple[K,A]]»))
offer list[K] = list($f(«list[tuple[K,A]]»))
offer int = len($f(«list[tuple[K,A]]»))

class $c:
    def __init__(self, value):
        self._value = value
        self.changes = 0
    @property
    def value(self):
        return self._value
    @value.setter
    def value(self, new):
        self.changes += 1
        self._value = new
    @classmethod
    def twice(cls, value):
        made = cls(value)
        made.value = value
        return made
    def __repr__(self):
        return f'{type(self).__name__}({self._value!r}, {self.changes})'
class $d($c):
    @property
    def value(self):
        return super().value
    def extra(self):
        return self.changes + 1
def $f(value, new):
    made = $c.twice(value)
    made.value = new
    return made.value, made.changes
offer tuple[A,int] = $f(«A», «A»)
offer str = repr($c.twice(«A»))
offer A = $d(«A»).value
offer int = $d(«A»).extra()

class $a:
    def name(self):
        return 'a'
    def both(self, x):
        return 'a' + str(x)
class $b($a):
    def name(self):
        return 'b' + super().name()
class $c($a):
    def name(self):
        return 'c' + super().name()
    def both(self, x):
        return super().both(x) + self.name()
class $d($b, $c):
    def name(self):
        return 'd' + super().name()
offer str = $d().both(«A»)
offer str = [$a(), $b(), $c(), $d()][«nat» % 4].name()
offer bool = isinstance([$b(), $c()][«nat» % 2], $b)
offer list[str] = [$x.both(«A») for $x in ($a(), $d(), $c())]

class $a:
    kind = 'base'
    def area(self):
        raise NotImplementedError(self.kind)
    def __lt__(self, other):
        return self.area() < other.area()
    def __str__(self):
        return f'{self.kind}:{self.area()}'
class $b($a):
    kind = 'square'
    def __init__(self, side):
        self.side = side
    def area(self):
        return self.side * self.side
class $c($b):
    def __init__(self, side, other):
        super().__init__(side)
        self.other = other
    def area(self):
        return super().area() // (self.other or 1)
def $f(several):
    total = 0
    for one in several:
        if isinstance(one, $c):
            total += one.other
        elif isinstance(one, $b):
            total += one.side
        else:
            total -= 1
    return total
offer str = str($c(«nat», «nat»))
offer str = ' '.join(map(str, sorted([$b(«nat»), $c(«nat», «nat»), $b(«small»)])))
offer int = $f([$b(«small»), $c(«nat», «nat»), $a()])
offer int = [$b(«nat»), $a()][«nat» % 2].area()

@total_ordering
class $c:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def __add__(self, other):
        return $c(self.x + other.x, self.y + other.y)
    def __radd__(self, other):
        return $c(self.x + other, self.y)
    def __iadd__(self, other):
        self.x += other.x
        return self
    def __mul__(self, k):
        return $c(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __eq__(self, other):
        if not isinstance(other, $c):
            return NotImplemented
        return (self.x, self.y) == (other.x, other.y)
    def __lt__(self, other):
        return (self.x, self.y) < (other.x, other.y)
    def __hash__(self):
        return hash((self.x, self.y))
    def __abs__(self):
        return abs(self.x) + abs(self.y)
    def __bool__(self):
        return bool(self.x)
    def __repr__(self):
        return f'<{self.x},{self.y}>'
def $f(several):
    total = $c(0, 0)
    for one in several:
        total += one
    return total
offer str = repr($c(«nat», «small») + $c(«small», «nat») * «nat»)
offer str = repr(sum([$c(«nat», «nat»), $c(1, «small»)], $c(0, 0)))
offer str = repr(«nat» + $c(1, 2))
offer bool = ($c(«nat», 1) >= $c(«nat», 1))
offer bool = ($c(«nat», 1) == $c(«nat», 1))
offer int = len({$c(«nat», 0), $c(«nat», 0), $c(1, 0)})
offer int = abs($f([3 * $c(«nat», «small»), $c(1, 2)]))
offer str = str(max($c(«nat», «small»), $c(«nat», 0)))

class $n:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right
    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right is not None:
            yield from self.right
def $i(node, value):
    if node is None:
        return $n(value)
    if value < node.value:
        node.left = $i(node.left, value)
    elif value > node.value:
        node.right = $i(node.right, value)
    return node
def $t(values):
    root = None
    for value in values:
        root = $i(root, value)
    return root
offer list[int] = [*$t([«int», *«list[int]»])]
offer list[str] = [*$t([«str», «text», «str»])]

class $s:
    def __init__(self, *items):
        self.items = list(items)
    def push(self, item):
        self.items.append(item)
        return self
    def pop(self):
        if not self.items:
            raise IndexError('empty')
        return self.items.pop()
    def map(self, f):
        return [f(item) for item in self.items]
offer A = $s(«A»).push(«A»).pop()
offer list[A] = $s(«B», «B»).map(«fn[B,A]»)
offer A = $s(«A», «A»).pop()

@dataclass
class $c:
    x: int
    y: object = 0
    items: list = field(default_factory=list)
    def __post_init__(self):
        self.items.append(self.x)
    def total(self):
        return sum(self.items)
@dataclass(frozen=True, order=True)
class $d:
    x: int
    name: str = 'n'
def $f(one):
    match one:
        case $c(x=0):
            return 'zero'
        case $c($a, 0) if $a > 5:
            return f'big {$a}'
        case $c(x=1 | 2, items=[*_, $b]):
            return f'few {$b}'
    return repr(one)
def $g(one):
    match one:
        case $d(0, 'a' | 'b'):
            return 'zero'
        case $d($a, name=$b) if $b:
            return $b + str($a)
    return '?'
offer str = $f($c(«small»))
offer str = $f($c(«nat», 0, [«int»]))
offer str = $g($d(«nat», «str»))
offer int = $c(«small»).total()
offer bool = ($d(«nat») < $d(«nat», «text»))
offer int = {$d(1): «int», $d(2, 'b'): «int»}.get($d(«nat»), 0)
offer list[str] = [x.name for x in sorted([$d(«nat», «str»), $d(«nat», «str»), $d(1)])]

class $c(Enum):
    ONE = 'one'
    TWO = 'two'
    @property
    def short(self):
        return self.value[:2]
    def next(self):
        return $c.TWO if self is $c.ONE else $c.ONE
class $d(IntEnum):
    LOW = 1
    HIGH = auto()
offer str = $c.ONE.next().short
offer str = $c('one').name
offer str = f'{$c.TWO} {$d.LOW}'
offer int = $d.HIGH + «small»
offer bool = ($d(«nat») > $d.LOW)
offer dict[str,str] = {x.name: x.value for x in $c}

class $e(Exception):
    def __init__(self, code, *, detail=''):
        super().__init__(code, detail)
        self.code = code
        self.detail = detail
    def __str__(self):
        return f'[{self.code}] {self.detail}'
class $d($e):
    pass
def $f(n, value):
    try:
        if n % 3 == 0:
            raise $e(n)
        if n % 3 == 1:
            raise $d(n, detail=str(value))
        return value
    except $d as error:
        LOG.append(error.code)
        if n % 2:
            raise
        return value
    except $e as error:
        raise KeyError(str(error)) from error
    finally:
        LOG.append(n)
offer A = $f(«small», «A»)

class $c:
    count = 0
    names = []
    def __init__(self, name):
        $c.count += 1
        self.names.append(name)
        self.count += 10
    def __getattr__(self, name):
        if name.startswith('x'):
            return name + '!'
        raise AttributeError(name)
offer int = $c(«str»).count
offer int = len($c(«str»).names)
offer str = $c(«str»).xyz

class $c:
    def __init__(self, f):
        self.f = f
        self.calls = 0
    def __call__(self, *args):
        self.calls += 1
        return self.f(*args)
@$c
def $f($a, $b):
    return «A;$a:B,$b:int»
offer A = $f(«B», «int»)
offer int = $f.calls

def $f($a, $b):
    return «A;$a:B,$b:C»
def $g($a, $b):
    return «A;$b:C»
$t = {'f': $f, 'g': $g}
offer A = $t['f'](«B», «C»)
offer A = ($f if «bool» else $g)(«B», «C»)
offer A = [$f, $g][«nat» % 2](«B», $b=«C»)

def $m($a):
    total = [0]
    def add($b):
        total[0] += 1
        return «A;$a:B,$b:C»
    def count():
        return total[0]
    return add, count
$x, $y = $m(«B»)
offer A = $x(«C»)
offer int = $y()

def $g($a, *rest, start=0, **named):
    for i, item in enumerate(rest, start):
        yield i, item, len(named)
    yield -1, $a, 0
offer list[tuple[int,A,int]] = list($g(«A», «A», «A», start=«small»))
offer list[tuple[int,A,int]] = list($g(«A», *«list[A]», k=«int»))
offer int = next($g(«A», «A»))[0]

def $w(f):
    @wraps(f)
    def inner(*args, **named):
        try:
            return f(*args, **named)
        except Exception as error:
            LOG.append(len(str(error)))
            raise
    return inner
@$w
def $f($a, $b=«A»):
    return «B;$a:C,$b:A»
offer B = $f(«C»)
offer B = $f(«C», $b=«A»)

def $f($a, $b):
    $c = «dict[K,A]»
    for $d in «list[K;$a:B]»:
        if $d in $c:
            del $c[$d]
        else:
            $c[$d] = $b
    return $c
offer dict[K,A] = $f(«B», «A»)
""".strip("\n").split("\n\n")

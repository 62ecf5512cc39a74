"""Expressions of the fuzzer's programs: a production a line, `TYPE = TEXT`.

A hole «TYPE» in the text becomes an expression of that type; «TYPE; $x:A» may use the new name $x of type A. The letters are types, the
same in all of a production: T, U what the left side says, A and B any, K hashable, O ordered. A left side T fits every type. Besides
Python's types there are `nat` (0..9), `small` (a few digits), `wide` (up to 64 bits, for operations that do not enlarge it), `num` (a mixture of
int, float, bool and None), `spec_int` .. (text in a format), `N` (a new number). Sums and products keep ints below 64 bits.
"""

PRODUCTIONS = r"""
int = «int» + «int»
int = («int» - «int»)
int = «small» * «small»
int = -«int»
int = ~«int»
int = +«bool»
int = («wide» & «small»)
int = («int» | «int»)
int = («int» ^ «int»)
int = («wide» >> («nat» + 40))
int = («small» << «nat»)
int = («wide» // («divisor» or 3) % 1000003)
int = («wide» % «divisor»)
int = («int» // «divisor»)
int = «small» // «small»
int = («small» ** 2)
int = («small» ** 3)
num = («small» ** («nat» - 2))
int = abs(«int»)
int = min(«int», «int»)
int = max(«int», «int», «small»)
int = max(«list[int]», default=«int»)
int = min((«int;$x:A» for $x in «list[A]»), default=«small»)
int = sum(«list[int]»)
int = sum(«small;$x:A» for $x in «list[A]» if «bool;$x:A»)
int = sum([«small;$x:A» for $x in «list[A]»], «small»)
int = sum(«set[int]»)
int = «list[A]».count(«A»)
int = «list[A]».index(«A»)
int = «str».find(«str»)
int = «str».count(«text»)
int = «str».rfind(«str», «nat»)
int = «str».index(«text»)
int = ord(«text»[0])
int = int(«text»)
int = int(str(«int»))
int = int(«float» % 1000.0)
int = round(«mild»)
int = divmod(«int», «divisor»)[«nat» % 2]
int = («int» + «bool»)
int = («bool» + «bool»)
int = («wide»).bit_length()
int = int(«bool»)
int = hash(«int»)
int = len(«sized»)
int = («num» is None) + 1
int = {«K;$k:K»: «int;$k:K» for $k in «list[K]»}.get(«K», «int»)
int = int(«str», 36) % 9973
int = pow(«small», «nat», «divisor»)
nat = len(«text»)
nat = «int» % 7
nat = «nat» // 2
nat = «nat» & 3
small = «nat»
small = «int» % 101
small = -«nat»
small = «nat» - 3
small = len(«sized»)
small = «nat» * «nat»
wide = «int»
wide = «const_wide»
wide = -«int» * 1000
wide = («wide» ^ «wide»)
wide = («wide» | «int»)
wide = («wide» >> «nat»)
wide = («wide» & «wide»)
divisor = «const_divisor»
divisor = («int» or 5)
divisor = «small»
float = («mild» + «mild»)
float = («float» - «mild»)
float = («mild» * «mild»)
float = «int» / «divisor»
float = («float» / «mild»)
float = -«float»
float = abs(«float»)
float = «mild» // «mild»
float = «float» % «mild»
float = round(«mild», «nat» % 4)
float = float(«int»)
float = float(«wide»)
float = float(str(«float»))
float = («int» + «float»)
float = («float» * «small»)
float = («bool» + «float»)
float = «mild» ** («nat» % 4)
float = «mild» ** -2
float = max(«float», «float»)
float = sum(«list[float]», 0.5)
float = float(«text»)
float = divmod(«float», «mild»)[«nat» % 2]
float = («small» + 200) ** -«nat» * 1.0
mild = «const_mild»
mild = float(«small»)
mild = «small» / 4
mild = «const_mild» * «small»
bool = «O» < «O»
bool = «O» <= «O»
bool = («O» > «O»)
bool = «A» == «A»
bool = («A» != «A»)
bool = «int» < «int» <= «int»
bool = «O» >= «O» != «O»
bool = («int» == «float»)
bool = («wide» < «float»)
bool = («wide» >= «wide»)
bool = not «A»
bool = (not «bool»)
bool = bool(«A»)
bool = («bool» and «bool»)
bool = («bool» or «bool»)
bool = («bool» ^ «bool»)
bool = («bool» & «bool»)
bool = «A» in «list[A]»
bool = («A» not in [«A», «A»])
bool = («K» in «dict[K,A]»)
bool = («K» in «set[K]»)
bool = «int» in range(«small», «small», «step»)
bool = «str» in «str»
bool = «str».startswith(«text»)
bool = «str».endswith((«text», «text»))
bool = «str».isdigit()
bool = «str».isalpha()
bool = «text».isupper()
bool = any(«bool;$x:A» for $x in «list[A]»)
bool = all([«bool;$x:A» for $x in «list[A]»])
bool = any(«list[bool]»)
bool = «set[K]» <= «set[K]»
bool = «set[K]».isdisjoint(«set[K]»)
bool = «num» == «num»
bool = («num» is None)
bool = isinstance(«num», int)
bool = isinstance(«num», (float, bool))
bool = «list[O]» < «list[O]»
bool = float.is_integer(«float»)
str = «str» + «str»
str = («str» + «text»)
str = «text» * «nat»
str = («nat» * «text»)
str = str(«A»)
str = repr(«A»)
str = f"{«Q»}"
str = f"{«Q»!r}|{«Q»}"
str = f'{«Qint»:«spec_int»}'
str = f'{«Qfloat»:«spec_float»}/{«Qstr»:«spec_str»}'
str = f'{«Qint»:>{«Qnat»}}'
str = f"{«Q»=}"
str = '%s-%r' % («A», «B»)
str = '%d %5.2f' % («int», «float»)
str = '%«spec_percent»' % («int»,)
str = '%(a)s %(b)r' % {'a': «str», 'b': «str»}
str = '{} {}'.format(«A», «B»)
str = '{1}{0!r:>8}'.format(«A», «B»)
str = '{a:«spec_int»}'.format(a=«int»)
str = format(«int», '«spec_int»')
str = format(«float», '«spec_float»')
str = format(«str», '«spec_str»')
str = «str».upper()
str = «str».lower()
str = «str».title()
str = «str».capitalize()
str = «str».swapcase()
str = «str».strip()
str = «str».lstrip(«text»)
str = «str».rstrip(«text»)
str = «str».replace(«text», «str»)
str = «str».replace(«text», «text», «nat»)
str = «str».center(«nat», '*')
str = «str».ljust(«nat»)
str = «str».zfill(«nat»)
str = «text».join(«list[str]»)
str = «text».join(str(«A;$x:B») for $x in «list[B]»)
str = ''.join([«str;$x:A» for $x in «list[A]»])
str = ''.join(sorted(«str»))
str = ''.join(reversed(«str»))
str = ','.join(map(str, «list[A]»))
str = «str»[«small»:«small»]
str = «str»[::«step»]
str = «str»[«small»:]
str = «str»[«small»]
str = «str».partition(«text»)[«nat» % 3]
str = «str».removeprefix(«text»)
str = chr(97 + «nat»)
str = hex(«int»)
str = bin(«small»)
str = oct(«wide»)
str = type(«A»).__name__
str = ascii(«str»)
str = «str».expandtabs(«nat»)
str = «str».split(«text»)[0]
str = max(«list[str]», key=len, default=«str»)
str = min(«list[str]», key=lambda $x: («small;$x:str», $x), default='?')
num = «int»
num = «float»
num = «bool»
num = None
num = («num» or «num»)
num = («int» if «bool» else None)
num = («float» if «bool» else «int»)
num = «dict[K,int]».get(«K»)
num = «dict[K,float]».get(«K»)
num = («num» and «num»)
num = «list[num]»[«nat»]
list[T] = [«T», «T»]
list[T] = [«T»]
list[T] = [«T», «T», «T», «T»]
list[T] = []
list[T] = [«T;$x:A» for $x in «list[A]»]
list[T] = [«T;$x:A» for $x in «list[A]» if «bool;$x:A»]
list[T] = [«T;$x:int» for $x in range(«nat»)]
list[T] = [«T;$x:A,$y:B» for $x in «list[A]» for $y in «list[B]»][:6]
list[T] = [«T;$x:int,$y:A» for $x, $y in enumerate(«list[A]»)]
list[T] = [«T;$x:K,$y:A» for $x, $y in «dict[K,A]».items()]
list[T] = [«T;$x:A,$y:B» for ($x, $y) in zip(«list[A]», «list[B]»)]
list[T] = list(«T;$x:A» for $x in «list[A]»)
list[T] = list(map(lambda $x: «T;$x:A», «list[A]»))
list[T] = list(filter(lambda $x: «bool;$x:T», «list[T]»))
list[T] = («list[T]» + «list[T]»)
list[T] = «list[T]» * («nat» % 4)
list[T] = [«T»] * «nat»
list[T] = «list[T]»[«small»:«small»]
list[T] = «list[T]»[::«step»]
list[T] = «list[T]»[:«small»]
list[T] = sorted(«list[T]», key=lambda $x: «O;$x:T»)
list[T] = sorted(«list[T]», key=lambda $x: («bool;$x:T», «int;$x:T»), reverse=«bool»)
list[T] = list(reversed(«list[T]»))
list[T] = [*«list[T]», «T», *«list[T]»]
list[T] = list(«list[T]»)
list[T] = «list[T]».copy()
list[T] = list(«dict[K,T]».values())
list[T] = [$x for $y in [«list[T]», «list[T]»] for $x in $y]
list[int] = list(range(«small»))
list[int] = list(range(«small», «small», «step»))
list[int] = sorted(«list[int]»)
list[int] = sorted(«set[int]», reverse=True)
list[str] = sorted(«list[str]», key=str.lower)
list[str] = «str».split()
list[str] = «str».split(«text», «nat»)
list[str] = list(«str»)
list[str] = «str».splitlines()
list[str] = sorted(«set[str]»)
list[tuple[A,B]] = list(zip(«list[A]», «list[B]»))
list[tuple[A,B]] = sorted({$x: «B;$x:A» for $x in «list[A]»}.items(), key=lambda $y: repr($y))
dict[T,U] = {«T»: «U», «T»: «U»}
dict[T,U] = {«T»: «U»}
dict[T,U] = {}
dict[T,U] = {$x: «U;$x:T» for $x in «list[T]»}
dict[T,U] = {«T;$x:A»: «U;$x:A» for $x in «list[A]» if «bool;$x:A»}
dict[T,U] = dict(zip(«list[T]», «list[U]»))
dict[T,U] = {**«dict[T,U]», «T»: «U»}
dict[T,U] = («dict[T,U]» | «dict[T,U]»)
dict[T,U] = dict(«dict[T,U]»)
dict[T,U] = {$y: $x for $x, $y in «dict[U,T]».items()}
dict[T,U] = dict.fromkeys(«list[T]», «U»)
dict[T,U] = dict([(«T», «U»), («T», «U»)])
set[T] = {«T», «T»}
set[T] = {«T», «T», «T», «T», «T»}
set[T] = set(«list[T]»)
set[T] = {«T;$x:A» for $x in «list[A]»}
set[T] = («set[T]» | «set[T]»)
set[T] = («set[T]» & «set[T]»)
set[T] = («set[T]» - «set[T]»)
set[T] = («set[T]» ^ «set[T]»)
set[T] = set(«dict[T,A]»)
set[T] = set()
set[T] = «set[T]».union(«list[T]»)
tuple[T,U] = («T», «U»)
tuple[T,U] = (*(«T»,), «U»)
tuple[T,U] = («T»,) + («U»,)
tuple[int,int] = divmod(«int», «divisor»)
tuple[int,int] = tuple([«int», «int»])
fn[T,U] = (lambda $x: «U;$x:T»)
fn[T,U] = (lambda $x, $y=«A»: «U;$x:T,$y:A»)
T = («T» if «bool» else «T»)
T = («T» if «bool» else «T»)
T = («T» or «T»)
T = («T» and «T»)
T = tick(«N», «T»)
T = boom(«N», «T»)
T = ident(«T»)
T = («A», «T»)[1]
T = («T», «A»)[0]
T = («T», «T»)[«bool»]
T = [«T», «T»][«nat» % 2]
T = «list[T]»[«small»]
T = («list[T]» or [«T»])[-1]
T = «dict[K,T]»[«K»]
T = «dict[K,T]».get(«K», «T»)
T = «fn[A,T]»(«A»)
T = (lambda $x: «T;$x:A»)(«A»)
T = (lambda $x, *$y: «T;$x:A»)(«A», «B»)
T = next((«T;$x:A» for $x in «list[A]»), «T»)
T = next(iter(«list[T]»))
T = pick(«bool», «T», «T»)
T = apply(«fn[A,T]», «A»)
T = first(«list[T]», «T»)
T = {«K»: «T», «K»: «T»}.pop(«K», «T»)
T = («list[T]» + [«T»]).pop(«nat» % 2 - 1)
T = max(«T», «T», key=lambda $x: «O;$x:T»)
T = Box(«T»).value
T = Box(«T»).get()
T = Box(«A»).put(«T»)
int = «bytes»[«small»]
int = len(«bytes»)
int = «bytes».find(«bytes»)
int = «bytes».count(«bytes»)
int = int.from_bytes(«bytes»[:7], 'big')
int = int.from_bytes(«bytes»[:7], 'little', signed=True)
int = sum(«bytes»)
int = math.floor(«mild»)
int = math.ceil(«mild»)
int = math.trunc(«mild»)
int = math.isqrt(abs(«int»))
int = math.gcd(«int», «int»)
int = math.comb(«nat», «nat»)
int = math.prod([«nat», «nat», «small»])
int = reduce(lambda $x, $y: ($x + $y) % 10007, «list[int]», «int»)
int = reduce(lambda $x, $y: «small;$x:int,$y:A», «list[A]», «int»)
int = «Counter[K]»[«K»]
int = «Counter[K]».total()
int = «deque[A]».count(«A»)
int = bisect_left(sorted(«list[O]»), «O»)
int = bisect_right(sorted(«list[int]»), «int»)
int = range(«small», «small», «step»)[«nat»]
int = len(range(«small», «small», «step»))
int = range(«nat» + 1).index(«nat»)
int = (0 if «opt[A]» is None else «int»)
int = (lambda *$x: len($x))(*«list[A]»)
int = (lambda **$x: len($x))(a=«A», b=«A»)
int = (lambda $x, /, $y=2, *, z=3: $x * 100 + $y * 10 + z)(«nat», z=«nat»)
int = next(count(«int», «step»))
int = sum(map(lambda $x, $y: «small;$x:A,$y:B», «list[A]», «list[B]»))
int = sum(1 for $x in «str» if $x in «str»)
int = («wide»).bit_count()
int = [*«set[K]», *«list[K]»].count(«K»)
int = max(«dict[K,int]».values(), default=«int»)
int = len({*«list[K]», *«set[K]»})
int = itemgetter(0)(«tuple[int,A]»)
int = len([$x for $x, _ in groupby(«list[A]»)])
int = sum(takewhile(lambda $x: «bool;$x:int», «list[int]»))
int = round(«num» or 0)
int = «obj[Color]».value
int = {Color.RED: «int», Color.BLUE: «int»}.get(«obj[Color]», 0)
int = sum($x for $x in «list[num]» if isinstance($x, int))
int = len(«dict[K,A]».keys() & «set[K]»)
int = len(«frozenset[K]»)
int = len(«tuple[A,B,C]»)
int = «str».rindex(«text»)
int = (len($x) if ($x := maybe(«bool», «str»)) else «int»)
small = «bytes».find(b'a')
float = math.sqrt(abs(«float»))
float = math.sqrt(«mild»)
float = math.hypot(«mild», «mild»)
float = math.fmod(«mild», «mild»)
float = math.copysign(«mild», «float»)
float = math.fsum(«list[float]»)
float = float.fromhex((«float»).hex())
float = math.log(abs(«mild») + 1)
float = float(«num» or 0)
float = sum(«list[float]») / max(len(«list[A]»), 1)
float = math.modf(«mild»)[«nat» % 2]
num = («num» + «small»)
num = («num» * «mild»)
num = («num» - «num»)
num = («num» // «divisor»)
num = -«num»
num = abs(«num»)
num = min([$x for $x in «list[num]» if $x is not None], default=None)
num = max(«num», «num»)
num = round(«num», «nat» % 3)
bool = «num» < «num»
bool = «num» <= «mild»
bool = «bytes» in «bytes»
bool = «bytes».startswith(«bytes»)
bool = «bytes».isdigit()
bool = «opt[A]» is None
bool = («opt[A]» is not None)
bool = bool(«opt[A]»)
bool = «frozenset[K]» <= «set[K]»
bool = («K» in «frozenset[K]»)
bool = «dict[K,A]».keys() == «set[K]»
bool = «dict[K,A]».keys() <= «set[K]»
bool = (($x := «K»), «A») in «dict[K,A]».items()
bool = («A» in («A», «A»))
bool = «Counter[K]» == «Counter[K]»
bool = «Counter[K]» <= «Counter[K]»
bool = math.isclose(«float», «float»)
bool = math.isinf(«float»)
bool = all(map(«fn[A,bool]», «list[A]»))
bool = any(map(lambda $x: «bool;$x:A», «list[A]»))
bool = «str».isspace()
bool = «str».istitle()
bool = «str».isidentifier()
bool = «str».isalnum()
bool = «str».islower()
bool = «str».isdecimal()
bool = «str».isprintable()
bool = «str».isascii()
bool = («obj[Color]» is Color.RED)
bool = («obj[Color]» == «obj[Color]»)
bool = isinstance(«num», int) and not isinstance(«num», bool)
bool = («num» in «list[num]»)
bool = («bool» is True)
bool = «bool» == «bool» != «bool»
bool = «small» < («small» if «bool» else «nat») < «int»
str = «bytes».decode('latin-1')
str = «bytes».hex()
str = «bytes».decode('utf-8', 'replace')
str = «bytes».decode()
str = «str».casefold()
str = «str».rsplit(«text», 1)[-1]
str = «str».rpartition(«text»)[«nat» % 3]
str = «str».removesuffix(«text»)
str = «str».translate({97: 'Z', 98: None})
str = «str».translate(str.maketrans('ab', 'xy', '1'))
str = f"{«Qstr»!r:*^{«Qnat»}}"
str = ' '.join(f"{$x}={$y}" for $x, $y in «dict[K,A]».items())
str = ''.join(chain(«list[str]», «str»))
str = («opt[str]» or «str»)
str = ''.join($x for $x, _ in groupby(«str»))
str = ', '.join(f'{$x}{len(list($y))}' for $x, $y in groupby(«str»))
str = reduce(lambda $x, $y: $y + $x, «str», '')
str = ''.join(map(lambda $x, $y: $x + $y, «str», «list[str]»))
str = «obj[Color]».name
str = str(«obj[Color]»)
str = Color(«nat»).name
str = repr(«tuple[A,B,C]»)
str = str(«Counter[K]»)
str = str(«deque[A]»)
str = f"{«opt[A]»}"
str = «text».join(«tuple[str,str]»)
str = '%s %s' % «tuple[A,B]»
str = '%-*d|' % («nat», «int»)
str = '%c%%' % («text»,)
str = '{:>{}}'.format(«str», «nat»)
str = '{0[0]}{1.real}'.format(«list[A]», «int»)
str = str(«num»)
str = f'{«Qint»:«spec_int»}' f'{«Qfloat»!s:>9}'
str = «str»[«nat»:«small»:«step»]
str = min(«str», default='z')
str = (string.ascii_lowercase + «str»)[«small»]
str = type(«num»).__name__
list[T] = [*chain(«list[T]», «list[T]»)]
list[T] = list(islice(«list[T]», «nat», None, «nat» + 1))
list[T] = list(islice(cycle([«T», «T»]), «nat»))
list[T] = list(repeat(«T», «nat»))
list[T] = list(takewhile(lambda $x: «bool;$x:T», «list[T]»))
list[T] = list(dropwhile(lambda $x: «bool;$x:T», «list[T]»))
list[T] = list(filterfalse(lambda $x: «bool;$x:T», «list[T]»))
list[T] = list(compress(«list[T]», «list[bool]»))
list[T] = list(accumulate(«list[T]», lambda $x, $y: «T;$x:T,$y:T»))
list[T] = list(chain.from_iterable([«list[T]», «list[T]»]))
list[T] = list(starmap(lambda $x, $y: «T;$x:A,$y:B», «list[tuple[A,B]]»))
list[T] = list(«deque[T]»)
list[T] = nsmallest(«nat», «list[T]», key=lambda $x: «O;$x:T»)
list[T] = sorted(«list[T]», key=cmp_to_key(lambda $x, $y: len(repr($x)) - len(repr($y))))
list[T] = [$x for $x in «list[T]» if $x != «T» if «bool;$x:T»]
list[T] = [$y for $x in «list[A]» if ($y := «T;$x:A») is not None]
list[T] = copy.deepcopy(«list[T]»)
list[T] = [$x for $x in map(«fn[A,T]», «list[A]»)]
list[T] = [$x for $x in «list[opt[T]]» if $x is not None]
list[T] = [$x if «bool;$x:T» else «T» for $x in «list[T]»]
list[T] = [$x() for $x in [lambda: «T», lambda: «T»]]
list[T] = [«T» for $x in «list[A]» for $y in range(«nat;$x:A»)][:5]
list[list[T]] = [[«T;$x:int,$y:int» for $x in range(2)] for $y in range(«nat» % 3)]
list[list[T]] = [list($x) for $x in zip(«list[T]», «list[T]»)]
list[list[T]] = [list($y) for _, $y in groupby(«list[T]», key=lambda $x: «bool;$x:T»)]
list[list[T]] = [«list[T]», «list[T]»]
list[int] = list(«bytes»)
list[int] = list(map(ord, «str»))
list[int] = list(map(len, «list[str]»))
list[int] = list(map(abs, «list[int]»))
list[int] = list(map(operator.add, «list[int]», «list[int]»))
list[int] = list(accumulate([«small», «small», «nat»]))
list[int] = [$x for $x in range(10) if $x not in «list[int]»]
list[int] = list(reversed(range(«nat»)))
list[int] = list(range(«small», «small»)[«small»:«small»])
list[str] = list(map(str, «list[A]»))
list[str] = [*«str»]
list[str] = list(map(str.upper, «list[str]»))
list[str] = [$x.name for $x in Color]
list[str] = «str».splitlines(True)
list[str] = «str».rsplit(None, 2)
list[str] = «str».split(«text»)
list[obj[Color]] = list(Color)
list[opt[T]] = [«T», None]
list[opt[T]] = [«opt[T]», «T», «opt[T]»]
list[tuple[A,B]] = list(product(«list[A]», «list[B]»))[:6]
list[tuple[A,A]] = list(combinations(«list[A]», 2))[:6]
list[tuple[A,A]] = list(permutations(«list[A]», 2))[:6]
list[tuple[A,A]] = list(pairwise(«list[A]»))
list[tuple[A,A]] = list(zip_longest(«list[A]», «list[A]», fillvalue=«A»))
list[tuple[int,A]] = list(enumerate(«list[A]»))
list[tuple[K,int]] = «Counter[K]».most_common(«nat»)
list[tuple[K,A]] = list(«dict[K,A]».items())
dict[T,list[U]] = dict(grouped(«list[T]», «list[U]»))
dict[T,int] = dict(Counter(«list[T]»))
dict[T,U] = dict(«list[tuple[T,U]]»)
dict[int,U] = dict(enumerate(«list[U]»))
dict[T,U] = «dict[T,U]».copy()
dict[str,U] = dict(a=«U», b=«U»)
dict[T,U] = {**«dict[T,U]», **«dict[T,U]»}
dict[T,U] = dict(reversed(«dict[T,U]».items()))
dict[T,U] = {$x: $y for $x, $y in «dict[T,U]».items() if «bool;$x:T,$y:U»}
dict[T,U] = dict(sorted(«dict[T,U]».items(), key=lambda $x: repr($x)))
dict[T,dict[A,U]] = {«T»: «dict[A,U]», «T»: {}}
set[T] = «set[T]».intersection(«list[T]»)
set[T] = «set[T]».difference(«list[T]», «set[T]»)
set[T] = «set[T]».symmetric_difference(«list[T]»)
set[T] = («dict[T,A]».keys() & «set[T]»)
set[T] = («dict[T,A]».keys() - «set[T]»)
set[T] = («dict[T,A]».keys() | «dict[T,B]».keys())
set[T] = «set[T]».copy()
set[T] = set(«frozenset[T]»)
set[T] = {*«list[T]», «T»}
set[T] = («set[T]» - «frozenset[T]»)
set[str] = set(«str»)
frozenset[T] = frozenset(«list[T]»)
frozenset[T] = frozenset({«T», «T»})
frozenset[T] = («frozenset[T]» | «set[T]»)
frozenset[T] = («frozenset[T]» & «frozenset[T]»)
tuple[T,U] = «tuple[U,T]»[::-1]
tuple[T,U] = «tuple[A,T,U]»[1:]
tuple[T,T] = («T»,) * 2
tuple[T,U,V] = («T», «U», «V»)
tuple[T,U,V] = (*«tuple[T,U]», «V»)
tuple[T,U,V] = («T», *«tuple[U,V]»)
tuple[T,U,V] = («T»,) + «tuple[U,V]»
tuple[str,str,str] = «str».partition(«text»)
bytes = «bytes» + «bytes»
bytes = «bytes» * («nat» % 3)
bytes = «str».encode()
bytes = «str».encode('utf-8')
bytes = «str».encode('ascii', 'replace')
bytes = bytes([«nat», «nat» + 97])
bytes = bytes(«list[int]»)
bytes = «bytes»[«small»:«small»]
bytes = «bytes»[::«step»]
bytes = «bytes».upper()
bytes = «bytes».replace(«bytes», b'z')
bytes = «bytes».strip()
bytes = b','.join([«bytes», «bytes»])
bytes = bytes(«nat»)
bytes = («int»).to_bytes(8, 'big', signed=True)
bytes = («nat»).to_bytes(2, 'little')
bytes = bytes(bytearray(«bytes»))
bytes = «bytes».split(b'a')[0]
bytes = bytes.fromhex(«bytes».hex())
bytes = bytes(reversed(«bytes»))
deque[T] = deque(«list[T]»)
deque[T] = deque(«list[T]», «nat»)
deque[T] = (deque(«list[T]») + deque(«list[T]»))
deque[T] = deque(«list[T]», maxlen=«nat»)
Counter[T] = Counter(«list[T]»)
Counter[T] = («Counter[T]» + «Counter[T]»)
Counter[T] = («Counter[T]» - «Counter[T]»)
Counter[T] = («Counter[T]» & «Counter[T]»)
Counter[T] = («Counter[T]» | «Counter[T]»)
Counter[T] = Counter({«T»: «small», «T»: «nat»})
Counter[str] = Counter(«str»)
opt[T] = None
opt[T] = «T»
opt[T] = («T» if «bool» else None)
opt[T] = «dict[K,T]».get(«K»)
opt[T] = next(($x for $x in «list[T]» if «bool;$x:T»), None)
opt[T] = maybe(«bool», «T»)
opt[T] = «list[opt[T]]»[«nat»]
obj[Color] = Color.RED
obj[Color] = Color(«nat»)
obj[Color] = Color['GREEN']
obj[Color] = Color(«int» % 3 + 1)
obj[Color] = max(Color, key=lambda $x: «small»)
fn[T,U] = partial(lambda $x, $y: «U;$x:A,$y:T», «A»)
fn[T,U] = traced(lambda $x: «U;$x:T»)
fn[T,str] = str
fn[T,str] = repr
fn[str,str] = str.upper
fn[T,bool] = bool
T = (lambda $x, /, *, $y: «T;$x:A,$y:B»)(«A», $y=«B»)
T = reduce(lambda $x, $y: «T;$x:T,$y:A», «list[A]», «T»)
T = next(filter(lambda $x: «bool;$x:T», «list[T]»), «T»)
T = attempt(lambda: «T», lambda: «T»)
T = attempt(lambda: «T», lambda: «T»)
T = «dict[K,T]».setdefault(«K», «T»)
T = min(«list[T]», key=lambda $x: «O;$x:T»)
T = «deque[T]».pop()
T = «deque[T]»[«small»]
T = deque(«list[T]», 3).popleft()
T = ($x if ($x := «opt[T]») is not None else «T»)
T = list(«dict[K,T]».values())[«small»]
T = «tuple[A,T,B]»[1]
T = (lambda $x=«T»: $x)()
T = (lambda *$x, $y=«A»: $x[0])(«T», «T»)
T = (lambda **$x: $x['a'])(a=«T», b=«T»)
T = ($x := «T»)
T = swapped((«A», «T»))[0]
T = Pair(«T», «A»).left
T = Pair(«A», «T»).swap().left
T = chained(«T», «T»)[-1]
"""

PRELUDE = {
    "tick": """
def tick(n, value):
    LOG.append(n)
    return value
""",
    "boom": """
def boom(n, value):
    LOG.append(-n)
    if len(LOG) % 11 == n % 11:
        raise Boom(n)
    return value
""",
    "ident": """
def ident(x):
    return x
""",
    "pick": """
def pick(which, a, b=None):
    if which:
        return a
    return b
""",
    "apply": """
def apply(f, *args):
    return f(*args)
""",
    "first": """
def first(items, default):
    for item in items:
        return item
    else:
        return default
""",
    "Box": """
class Box:
    count = 0

    def __init__(self, value):
        Box.count += 1
        self.value = value

    def get(self):
        return self.value

    @staticmethod
    def put(value):
        return Box(value).value
""",
    "Color": """
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
""",
    "grouped": """
def grouped(keys, values):
    groups = defaultdict(list)
    for key, value in zip(keys, values):
        groups[key].append(value)
    return groups
""",
    "maybe": """
def maybe(there, value):
    if there:
        return value
""",
    "attempt": """
def attempt(first, then):
    try:
        return first()
    except Exception as error:
        LOG.append(len(str(error)))
        return then()
    finally:
        LOG.append(7)
""",
    "swapped": """
def swapped(pair):
    a, b = pair
    return b, a
""",
    "Pair": """
class Pair:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left, self.right = left, right

    def swap(self):
        return Pair(self.right, self.left)
""",
    "chained": """
def chained(*args, start=0):
    return [*args[start:], args[0]]
""",
    "Boom": """
class Boom(Exception):
    def __init__(self, n):
        super().__init__(f"boom {n}")
        self.n = n
""",
    "traced": """
def traced(f):
    def wrapper(*args, **named):
        LOG.append(0)
        result = f(*args, **named)
        LOG.append(1)
        return result

    return wrapper
""",
    "Guard": """
class Guard:
    def __init__(self, name, swallow):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, error, trace):
        print("exit", self.name, kind is None, error)
        return self.swallow
""",
}

IMPORTS = {
    "bisect": "bisect_left bisect_right",
    "collections": "Counter defaultdict deque",
    "dataclasses": "dataclass field",
    "enum": "Enum IntEnum auto",
    "functools": "cmp_to_key lru_cache partial reduce total_ordering wraps",
    "heapq": "heapify heappop heappush nsmallest",
    "itertools": "accumulate chain combinations compress count cycle dropwhile filterfalse groupby islice pairwise permutations product repeat"
    " starmap takewhile zip_longest",
    "operator": "attrgetter itemgetter",
    "typing": "NamedTuple",
}
MODULES = ["copy", "math", "operator", "string", "sys"]

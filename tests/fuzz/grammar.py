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

IMPORTS = {"dataclass": "from dataclasses import dataclass\n", "NamedTuple": "from typing import NamedTuple\n"}

# test: cli
# Lookups in dicts of functions that nobody changes become switches whose cases are the functions; others ask the dict.
cat > prog.py <<'END2'
import other


def add(x, y):
    return x + y


def sub(x, y):
    return x - y


def mul(x, y):
    return x * y


def both(x, y):
    return x & y


def either(x, y):
    return x | y


OPS = {1: add, 2: sub, 3: mul, 4: both, 7: either}
NAMES = {"add": add, "sub": sub, "product": mul, "both": both, "or": either}
TUPLE = (add, sub, mul, both, either)
GIVEN = {1: add, 2: sub}
SEEN = {1: add, 2: sub}
MIXED = {1: add, 1: sub}
CHANGED = {1: add, 2: sub}


def by_number(op, x):
    return OPS[op](x, op + 1)


def by_name(name, x):
    f = NAMES.get(name)
    return 0 if f is None else f(x, 2)


def by_index(op, x):
    return TUPLE[op](x, op + 1)


def given(op, x):
    return GIVEN[op](x, 3)


def seen(op, x):
    return SEEN[op](x, 3)


def mixed(op, x):
    return MIXED[op](x, 3)


def changed(op, x):
    return CHANGED[op](x, 3)


def not_called(op):
    return OPS[op] is add


other.keep(GIVEN)
kept = [SEEN]
CHANGED[int("2")] = mul
for op in (1, 2):
    print(by_number(op, 3), by_name("or", op), by_index(op, 5), given(op, 3), seen(op, 4), mixed(1, op), changed(op, 3), not_called(op))
END2
cat > other.py <<'END2'
def keep(table):
    table[9] = table[1]
END2
status 0 "$WEFT" dump prog.py -fno-inline --remarks=applied:devirtualise -o x.ir
says 'prog.py:34: applied: devirtualise: call is direct for 5 constants'
says 'prog.py:39: applied: devirtualise: call is direct for 5 constants'
says 'prog.py:43: applied: devirtualise: call is direct for 5 constants'
graph_of() { awk "/^graph @\"__main__.$1\\(/,/^}/" x.ir; }
count() { graph_of "$2" | grep -c -- "$1" || true; }
want() { [ "$(count "$2" "$3")" = "$1" ] || { echo "$3: not $1 of $2"; graph_of "$3"; exit 1; }; }
want 1 'call\[@"__main__.either' by_number
want 1 '    7 -> ' by_number
want 1 'call\[@"__main__.either' by_name
want 1 'call\[@"__main__.either' by_index
want 0 'int_eq' given
want 0 'int_eq' seen
want 0 'int_eq' mixed
want 0 'int_eq' changed
want 0 'int_eq' not_called

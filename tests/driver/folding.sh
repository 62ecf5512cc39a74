# test: cli
# Objects that are made one after the other ask for memory once, where the collector hands it out in a row.
cat > fold.py <<'END'
import sys


class Pair:
    def __init__(self, left, right):
        self.left = left
        self.right = right


class Part:
    def __init__(self, n):
        self.n = n


kept = [None] * 50
lists = [[1]] * 50


def together(n):
    pair = Pair(Part(n), Part(n + 1))
    pair.left.n += pair.right.n
    kept[n % 50] = pair
    return pair.left.n


def apart(n):  # a call that may collect stands between them
    left = Part(n)
    length = len(str(n))
    kept[n % 50] = Pair(left, Part(length))
    return length


def of_any_length(n):
    numbers = [n] * n
    pair = Pair(Part(numbers[0]), Part(n))
    kept[n % 50] = pair
    lists[n % 50] = numbers
    return n


def large(n):
    pair = Pair(Part(n), Part(n))
    kept[n % 50] = pair
    numbers = [0] * 100
    lists[n % 50] = numbers
    return len(numbers)


total = 0
for i in range(300):
    for f in (together, apart, of_any_length, large):
        total += f(i + 20 + len(sys.argv))
for pair in kept[::10]:
    if pair is not None:
        print(pair.left.n, pair.right.n)
print(total, sum(len(numbers) + numbers[0] for numbers in lists))
END
asked() { # collector, function
    "$WEFT" dump --gc="$1" fold.py --after=gc -O2 | sed -n "/^graph.*call(int).*__main__.$2\"/,/^}/p" |
        grep -c 'call\[@weft.gc.new_\(memory\|object\)\]'
}
check() { # collector, function, how often it asks for memory
    is=$(asked "$1" "$2")
    [ "$is" = "$3" ] || { echo "$1: $2 asks $is times, not $3"; exit 1; }
}
for gc in generational semispace; do
    check $gc together 1
    check $gc apart 2
    check $gc of_any_length 4  # also a MemoryError
    check $gc large 3  # a list and its array, which is large
done
check marksweep together 3
/usr/bin/python3.11 fold.py > expected
for flags in "--gc=generational" "--gc=semispace" "--gc=generational -O0"; do
    for stress in 0 1 2 3; do
        "$WEFT" build fold.py $flags -o fold
        WEFT_GC_STRESS=$stress WEFT_GC_VERIFY=1 ./fold > got || exit 1
        cmp expected got || exit 1
    done
done
"$WEFT" eval --gc=generational --at=gc fold.py > got && cmp expected got

# test: cli
# Where a new array begins with another's pointers the collector that has cards for them hears of it: not of numbers,
# nor of what comes behind.
cat > grow.py <<'END'
class Cell:
    def __init__(self, value):
        self.value = value


cells = [Cell(n) for n in range(1500)]  # line 6
for n in range(15):
    cells[n * 100] = Cell(n)
    copy = [Cell(-1)] + cells  # line 9
    copy[n] = Cell(-n)
    cells = copy
numbers = [cell.value for cell in cells]  # line 12
print(sum(numbers), len(numbers))
END
check() { # collector, line, how many calls
    is=$("$WEFT" dump --gc="$1" grow.py --after=gc -O2 | grep -c "array_copied\].* at !$2:" || true)
    [ "$is" = "$3" ] || { echo "$1: there are $is calls of array_copied in line $2, not $3"; exit 1; }
}
check generational 6 1
check generational 9 1  # of the two copies
check generational 12 0
check semispace 6 0
/usr/bin/python3.11 grow.py > expected
"$WEFT" build grow.py -o grow
for stress in 0 3 40; do
    WEFT_GC_STRESS=$stress WEFT_GC_VERIFY=1 ./grow > got && cmp expected got || exit 1
done

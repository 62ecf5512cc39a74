# test: cli
# gc.get_stats says what the log says, with every collector.
cat > stats.py <<'PROGRAM'
import gc


class Node:
    def __init__(self, next):
        self.next = next
        self.data = [0] * 100


def work():
    kept = []
    for i in range(20000):
        kept.append(Node(Node(None)))
        kept[-1].next.next = kept[-1]
        if i % 1000 == 0:
            kept = []
    return len(kept)


work()
gc.collect()
minor, middle, full = gc.get_stats()
print("minor", minor["collections"])
print("collection", full["collections"])
print("collected", (minor["collected"] + full["collected"]) // 1024)
print(middle["collections"], middle["collected"], minor["uncollectable"], full["uncollectable"])
PROGRAM
for gc in $("$WEFT" gcs | cut -d ' ' -f 1); do
    "$WEFT" build -O2 --gc="$gc" stats.py
    rm -f log && touch log
    WEFT_GC_NURSERY=1M WEFT_GC_LOG=log ./stats > out
    cat out
    prints "minor $(grep -c ': minor' log)"
    prints "collection $(grep -c ': collection' log)"
    prints "0 0 0 0"
    collected=$(sed -n 's/collected //p' out)
    # 32,768,000 bytes in lists alone; those of the last turns may be left. libgc counts by itself.
    case $gc in
        none) [ "$collected" = 0 ] && continue ;;
        generational) grep -q ': minor' log ;;
        boehm) [ "$collected" -ge 20000 ] && continue ;;
        refcount) continue ;; # most is freed without a collection
    esac
    by_log=$(awk '/gc / { freed += $9 - $12 } END { print freed }' log)
    lines=$(wc -l < log) # each is rounded
    [ "$collected" -ge 20000 ] && [ $((collected - by_log)) -le "$lines" ] && [ $((by_log - collected)) -le "$lines" ] ||
        { echo "$gc: $collected KB, by the log $by_log"; exit 1; }
done
# To look through what was written to takes long: a nursery ends early if much was.
cat > written.py <<'PROGRAM'
import gc


class Cell:
    def __init__(self, item):
        self.item = item


cells = [Cell(None) for _ in range(100000)]
gc.collect()
before = gc.get_stats()[0]["collections"]
for i in range(100000):
    cells[i].item = Cell(cells)
assert sum(1 for cell in cells if cell.item.item is cells) == len(cells)
print("minor", gc.get_stats()[0]["collections"] - before)
PROGRAM
"$WEFT" build --gc=generational written.py
WEFT_GC_NURSERY=4M ./written > out
prints "minor 4"

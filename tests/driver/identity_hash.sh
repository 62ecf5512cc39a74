# test: cli
# A stored identity hash keeps nothing alive, although the collector takes whatever looks like an address for one.
cat > hashes.py <<'PROGRAM'
import gc
import weakref


class Thing:
    def __init__(self, next):
        self.next = next


class Kept:
    def __init__(self, number, next):
        self.number = number
        self.next = next


def keep_hashes(refs):
    kept = None
    for i in range(10000):
        thing = Thing(None)
        refs.append(weakref.ref(thing))
        kept = Kept(id(thing), kept)
    return kept


refs = []
kept = keep_hashes(refs)
gc.collect()
print(sum(1 for r in refs if r() is None))
total = 0
while kept is not None:  # what nobody reads would not be stored
    total += kept.number % 1000
    kept = kept.next
print(total > 0)
PROGRAM
died() { # TEST: of the 10,000 objects
    ./hashes > printed
    cat printed
    [ "$(head -1 printed)" "$@" ]
}
for level in 0 2; do
    "$WEFT" build -O$level --gc=boehm hashes.py
    died -ge 9900
done

# With addresses for hashes they stay.
"$WEFT" build --gc=boehm --emit=c hashes.py -o c
sed -i 's/^    return (int64_t) *~(address >> 4 .*/    return (int64_t)address;/' c/runtime/native/weft.h
grep -q 'return (int64_t)address;' c/runtime/native/weft.h
make -s -C c
mv c/hashes .
died -le 100

# test: cli
# Explicitly managed objects: use after free and double free are precise errors in the evaluator and under CPython.
cat > use.py <<'PROGRAM'
from weft import free


class Node:
    _alloc_flavor_ = "raw"

    def __init__(self, key):
        self.key = key


node = Node(3)
other = node
print(node.key)
free(node)
print(other.key)
PROGRAM
sed 's/print(other.key)/other.key = 4/' use.py > change.py
sed 's/print(other.key)/free(other)/' use.py > twice.py
python() {
    PYTHONPATH="$ROOT/runtime/cpython" /usr/bin/python3.11 "$@"
}
for stage in "--at=low" "--at=gc --gc=boehm" "--at=gc -O2 --gc=semispace" "--at=gc --gc=refcount"; do
    for program in use change; do
        status 70 "$WEFT" eval $stage $program.py
        prints 3
        says "use after free, at offset 0 of a 8-byte"
        says "allocated at $program.py:11 and freed at $program.py:14"
        says "$program.py:15)"
    done
    status 70 "$WEFT" eval $stage twice.py
    says "double free, at offset 0 of a 8-byte"
    says "freed at twice.py:14"
done
status 1 python use.py
prints 3
says "weft.memory.UseAfterFree: an object of Node is used that was freed"
status 1 python change.py
says "weft.memory.UseAfterFree: an object of Node is used that was freed"
status 1 python twice.py
says "weft.memory.DoubleFree: an object of Node is freed again"

# Memory is used again: without free this takes 1.6 GB.
cat > many.py <<'PROGRAM'
from weft import free


class Node:
    _alloc_flavor_ = "raw"

    def __init__(self, key, next):
        self.key = key
        self.next = next


def total(count):
    last = Node(0, None)
    found = 0
    for i in range(count):
        node = Node(i, last)
        found += node.next.key
        free(last)
        last = node
    free(last)
    return found


print(total(50000000))
PROGRAM
for gc in $("$WEFT" gcs | cut -d ' ' -f 1); do
    "$WEFT" build -O1 --gc="$gc" many.py
    [ "$(ulimit -v 1000000 && ./many)" = 1249999925000001 ]
done

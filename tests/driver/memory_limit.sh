# test: cli
# When there is no memory the program gets a MemoryError, can catch it, and goes on: with every collector that frees.
cat > fill.py <<'END'
class Node:
    def __init__(self, next):
        self.next = next
        self.data = [0] * 100


def fill():
    head = None
    try:
        while True:
            head = Node(head)
    except MemoryError:
        items = 0
        while head is not None:
            items += len(head.data)
            head = head.next
        return items // 100


def strings():
    kept = []
    try:
        while True:
            kept.append("x" * 100000)
    except MemoryError:
        return len(kept)


print(fill() > 5000)
print(strings() > 50)
try:
    print(len([0] * (1 << 40)))
except MemoryError:
    print("too many")
print("goes on", sum(range(1000)))
END
printf 'True\nTrue\ntoo many\ngoes on 499500\n' > expected
for gc in $("$WEFT" gcs | cut -d ' ' -f 1); do
    case $gc in none | boehm) continue ;; esac # never frees; may take what is left on the stack for a reference
    for level in 0 2; do
        "$WEFT" build -O$level --gc=$gc fill.py
        WEFT_GC_MAX=20M ./fill > printed || { cat printed; exit 1; }
        cmp expected printed || { echo "$gc"; cat printed; exit 1; }
    done
    # What the machine has, not what was set: then memory of small objects does not serve for large ones.
    (ulimit -v 500000 && ./fill > printed) || { cat printed; exit 1; }
    sed -i '2s/.*/True/' printed
    cmp expected printed || { echo "$gc, ulimit"; cat printed; exit 1; }
done

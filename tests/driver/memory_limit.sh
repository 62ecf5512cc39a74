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

# After everything was taken by small objects that are dead by then, others find room: again and again.
cat > again.py <<'END'
import sys


class Cell:
    def __init__(self, number, next):
        self.number = number
        self.next = next


head = [None]


def cells():
    count = 0
    try:
        while True:
            head[0] = Cell(count, head[0])
            count += 1
    except MemoryError:
        cell = head[0]
        while cell is not None:
            count -= 1
            cell = cell.next
        head[0] = None
        return count == 0


def words():
    kept = []
    try:
        while True:
            kept.append("word " + str(len(kept)))
    except MemoryError:
        return len(kept)


for _ in range(int(sys.argv[1])):
    print(cells(), words() > int(sys.argv[2]))
END
printf 'True True\nTrue True\nTrue True\n' > expected
for gc in $("$WEFT" gcs | cut -d ' ' -f 1); do
    case $gc in none | boehm) continue ;; esac
    "$WEFT" build --gc=$gc again.py
    WEFT_GC_MAX=20M ./again 3 100000 > printed || { cat printed; exit 1; }
    cmp expected printed || { echo "$gc, again"; cat printed; exit 1; }
done
"$WEFT" build --gc=generational again.py
(ulimit -v 450000 && ./again 1 10000 > printed) || { cat printed; exit 1; }
[ "$(cat printed)" = "True True" ] || { echo "ulimit, again"; cat printed; exit 1; }

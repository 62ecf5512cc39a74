# test: cli
# -g: no instruction is said to come from a line that its file does not have, and those of the program are there.
cat > prog.py <<'END'
class Node:
    def __init__(self, value, rest):
        self.value = value
        self.rest = rest


def chain(count):
    node = None
    for i in range(count):
        node = Node(i, node)
    return node


def total(node):
    result = 0
    while node is not None:
        result += node.value
        node = node.rest
    return result


print(total(chain(1000)))
END
for gc in none generational; do
    status 0 "$WEFT" build -g --gc=$gc prog.py
    objdump --dwarf=decodedline prog | awk '$1 == "prog.py" && $2 ~ /^[0-9]+$/ { print $2 }' | sort -nu > lines
    [ "$(tail -n 1 lines)" -le "$(wc -l < prog.py)" ]
    for line in 10 16 17 18 22; do
        grep -qx $line lines
    done
done

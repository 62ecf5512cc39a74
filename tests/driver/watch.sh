# test: cli
# Finalizers of what is dead, once each, not before those of what refers to it; weak references to it. With every collector that
# knows exactly what is dead; with the others finalizers run at the end at the latest.
cat > del.py <<'END'
import gc


class Node:
    def __init__(self, name, next):
        self.name = name
        self.next = next

    def __del__(self):
        print("del", self.name)
        if self.name == "phoenix" and not saved:
            saved.append(self)


saved = []


def chain():
    Node("c", Node("b", Node("a", None)))
    Node("phoenix", None)


def cycle():
    x = Node("x", None)
    x.next = Node("y", x)


chain()
gc.collect()
print("collected", [node.name for node in saved])
saved.clear()
gc.collect()
cycle()
gc.collect()
print("end")
END
cat > weak.py <<'END'
import gc
import weakref


class Key:
    def __init__(self, n):
        self.n = n


def make(keep, values, names):
    refs = []
    for i in range(1000):
        key = Key(i)
        if i % 10 == 0:
            keep.append(key)
        refs.append(weakref.ref(key))
        values[i] = key
        names[key] = i
    return refs


keep = []
values = weakref.WeakValueDictionary()
names = weakref.WeakKeyDictionary()
refs = make(keep, values, names)
gc.collect()
print(sum(1 for r in refs if r() is not None), len(values), len(names), values[990].n, names[keep[3]])
print(all(r() is k for r, k in zip(refs[::10], keep)), 15 in values, sum(names.values()) == sum(k.n for k in keep))
del refs[::2]
keep.clear()
gc.collect()
print(len(values), len(names), len(refs))
END
printf '%s\n' 'del c' 'del phoenix' 'del b' 'del a' "collected ['phoenix']" 'del x' 'del y' end > del.expected
printf '%s\n' '100 100 100 990 30' 'True False True' '0 0 500' > weak.expected
for gc in $("$WEFT" gcs | cut -d ' ' -f 1); do
    for program in del weak; do
        case $gc in semispace | refcount) levels='0 2' ;; *) levels=2 ;; esac
        for level in $levels; do
            "$WEFT" build -O$level --gc=$gc $program.py || exit 1
            for stress in '' 1; do
                WEFT_GC_STRESS=$stress WEFT_GC_VERIFY=1 ./$program > printed || { cat printed; exit 1; }
                case $gc in
                none | boehm) [ $program = weak ] || [ "$(grep -c '^del' printed)" = 6 ] ;;
                refcount) sort $program.expected > sorted && sort printed | cmp - sorted ;; # before the collection
                *) cmp printed $program.expected ;;
                esac || { echo "$gc -O$level $stress $program"; cat printed; exit 1; }
            done
        done
    done
done

# test: cli
# Slow paths of barriers and of counting are called aside, so that functions with no other calls save no registers.
cat > tasks.py <<'PY'
class Task:
    def __init__(self, link):
        self.link = link
        self.work = None


def rotate(task, work, count):
    last = task
    for i in range(count):
        work, last.work = last.work, work
        last = last.link if last.link is not None else task
    return last


tasks = None
for i in range(100):
    tasks = Task(tasks)
total = 0
for i in range(2000):
    kept = [str(i)] * 100
    last = rotate(tasks, Task(None), i)
    if last.work is not None and last.work.link is None:
        total += len(kept)
print(total)
PY
/usr/bin/python3.11 tasks.py > expected
for gc in generational refcount; do
    "$WEFT" build --gc=$gc tasks.py --emit=c -o c.$gc || exit 1
    grep -q '^    WEFT_ASIDE_CALL_1(' c.$gc/unit*.c || { echo "$gc: nothing is called aside"; exit 1; }
done
check() { # collector, C compiler
    make -s -B -j2 -C c.$1 CC="$2" || exit 1
    WEFT_GC_NURSERY=1 ASAN_OPTIONS=detect_leaks=0 c.$1/tasks > got && cmp expected got || exit 1
}
check refcount "cc -flto"  # renames what only C calls
check generational "cc -O0 -U__LP64__"  # calls as usual

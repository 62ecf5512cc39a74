# test: cli
# Many objects with finalizers that die soon: each is finalised once, also when most of them are found dead while memory
# is got to note so; and neither what is noted about each nor what is kept until it is finalised adds up.
cat > many.py <<'END'
import sys


class Item:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        count[0] += 1
        if count[0] >= total:
            print("all" if count[0] == total else "more")


total = int(sys.argv[1])
count = [0]
for i in range(total):
    Item(i)
    text = [i] * 3
print("made", text)
END
cat > peak.py <<'END'
import resource
import subprocess
import sys

subprocess.run(sys.argv[1:], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
END
for gc in $("$WEFT" gcs | cut -d ' ' -f 1); do
    "$WEFT" build --gc=$gc many.py || exit 1
    for n in 2000 2037 4711 30000 50001; do
        ./many $n > printed || { echo "$gc $n: status $?"; exit 1; }
        [ "$(sort printed)" = "$(printf 'all\nmade [%d, %d, %d]' $((n - 1)) $((n - 1)) $((n - 1)))" ] ||
            { echo "$gc $n"; cat printed; exit 1; }
    done
    [ $gc = none ] && continue
    few=$(python3.11 peak.py ./many 4000000 | tail -1) && many=$(python3.11 peak.py ./many 12000000 | tail -1) || exit 1
    [ "$many" -lt $((few + 4000)) ] || { echo "$gc: $few KB and $many KB"; exit 1; }
done

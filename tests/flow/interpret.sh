# test: cli
# Flow graphs do on Python's own objects what the program does under CPython: same output, same status.
for program in "$ROOT"/tests/flow/*.py; do
    case $program in */interpret.py) continue ;; esac
    "$WEFT" dump --after=flow "$program" > graphs
    wanted=0
    PYTHONHASHSEED=0 python3.11 "$program" > expected 2> expected.err || wanted=$?
    PYTHONHASHSEED=0 status $wanted python3.11 "$ROOT/tests/flow/interpret.py" graphs
    cmp out expected || { echo "$program"; diff out expected; exit 1; }
done

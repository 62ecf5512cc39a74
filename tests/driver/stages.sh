# test: cli
# Looking at stages: text, pictures, one function; errors in names.
cat > prog.py <<'END'
def double(x):
    return 2 * x

def unused(x):
    return x

print(double(21))
END
for stage in flow low dead-code exc gc; do
    status 0 "$WEFT" dump prog.py --after=$stage -o $stage.ir
    status 0 "$WEFT" build $stage.ir -o from-$stage
    status 0 ./from-$stage
    prints 42
done
grep -q '^# passes left: ' dead-code.ir
status 0 "$WEFT" dump prog.py:double --after=flow
prints "__main__.double"
status 0 "$WEFT" graph prog.py:double --after=low
prints "digraph"
status 0 "$WEFT" graph prog.py:double --after=flow -o f.svg
grep -q "<svg" f.svg
status 0 "$WEFT" graph prog.py --after=flow -o f.png
head -c 4 f.png | grep -q PNG
status 1 "$WEFT" graph prog.py:nosuch --after=low
says "no function 'nosuch'"
status 2 "$WEFT" dump gc.ir --after=low
says "already at stage gc"
status 2 "$WEFT" dump prog.py --after=fold -O0
says "not among those that would run"
status 0 "$WEFT" eval prog.py
prints 42
status 0 "$WEFT" check --types prog.py
prints "double"
status 0 "$WEFT" build --time-passes --stats prog.py
says "total"
says "graphs"
status 0 "$WEFT" build --dump=after:flow:double prog.py
says "__main__.double"
status 0 "$WEFT" opt --passes=dead-code low.ir -o opt.ir
status 0 "$WEFT" build opt.ir -o from-opt
status 0 ./from-opt
prints 42
status 1 "$WEFT" eval --max-ops=10 prog.py
says "the evaluation takes too many operations"

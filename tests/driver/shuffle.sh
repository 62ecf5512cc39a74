# test: cli
# The result of inference does not depend on the order in which it visits its work: programs that need contexts compute
# the same with the work shuffled, and where no definition had to be split, the graphs are the same, too.
for prog in "$ROOT"/tests/lang/poly_*.py "$ROOT"/tests/lang/union_*.py "$ROOT"/tests/lang/try_narrowing.py; do
    "$WEFT" dump "$prog" --after=low -o wanted.ir
    splits=$("$WEFT" check --stats "$prog" 2>&1 | sed -n 's/ *\([0-9]*\)  inference: splits/\1/p')
    [ "$splits" = 0 ] || "$WEFT" eval "$prog" > wanted 2> wanted.err || true
    for seed in 1 2; do
        "$WEFT" dump "$prog" --after=low --shuffle-seed=$seed -o got.ir
        cmp -s wanted.ir got.ir && continue
        [ "$splits" != 0 ] || { echo "$prog, seed $seed: other graphs"; exit 1; }
        "$WEFT" eval "$prog" --shuffle-seed=$seed > got 2> got.err || true
        cmp wanted got && cmp wanted.err got.err || { echo "$prog, seed $seed"; exit 1; }
    done
done

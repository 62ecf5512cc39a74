# test: cli
# What the pass manager offers: the order, times, numbers, bisection.
cat > prog.py <<'END'
def double(x):
    return 2 * x

print(double(21))
END
status 0 "$WEFT" passes
prints "The default order: "
status 0 "$WEFT" dump prog.py --time-passes=json -o x.ir
says '{"pass": "dead-code", "ms": '
status 2 "$WEFT" dump prog.py --time-passes=xml
says "--time-passes wants one of json"
status 0 "$WEFT" dump prog.py --opt-bisect-limit=1 -o x.ir
says "bisect: running (1) "
says "bisect: NOT running (2) "
status 2 "$WEFT" dump prog.py --opt-bisect-limit=x
says "wants a number"
status 2 "$WEFT" dump prog.py --inline-threshold=-1
says "wants a number"
status 2 "$WEFT" dump prog.py --inline-heuristic=best
says "wants one of default reference"
status 2 "$WEFT" dump prog.py --remarks=failed
says "wants applied or missed"
status 2 "$WEFT" dump prog.py '--remarks=missed:('
says "no regular expression"
for feature in no-return no-no-return reuse no-reuse; do
    status 0 "$WEFT" dump prog.py -f$feature -o x.ir
done
status 2 "$WEFT" dump prog.py -fno-no-reuse
says "unknown pass 'no-reuse'"

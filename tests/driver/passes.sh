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
status 0 "$WEFT" dump prog.py --inline-heuristic=reference -o x.ir
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

# before and after a pass, side by side; changed blocks are in another colour
cat > chain.py <<'END'
def kind(x):
    y = x
    while y > 100:
        y -= 7
    if y == 1:
        return "one"
    if y == 2:
        return "two"
    return "many"


def plain(x):
    return x + 1


print(kind(int(input())), plain(1))
END
status 0 "$WEFT" graph chain.py:kind --diff=switches -o both.dot
[ "$(grep -c 'subgraph cluster_' both.dot)" = 2 ] || { echo "not two clusters"; exit 1; }
grep -q 'label="__main__.kind(int) before switches"' both.dot
grep -q 'label="__main__.kind(int) after switches"' both.dot
[ "$(grep -c '#ffee58' both.dot)" = 3 ] || { echo "two blocks became one, or other colours"; exit 1; }
grep -q '#bbdefb' both.dot || { echo "an unchanged block is coloured"; exit 1; }
status 0 "$WEFT" graph chain.py:kind --diff=switches -o both.svg
grep -q '</svg>' both.svg
status 1 "$WEFT" graph chain.py:plain --diff=switches
says "the pass 'switches' changes none of these functions"
status 0 "$WEFT" graph chain.py --diff=switches -o all.dot
grep -q 'plain(int)' all.dot && { echo "an unchanged function is shown"; exit 1; }
status 2 "$WEFT" graph chain.py -fno-switches --diff=switches
says "the pass 'switches' is not among those that would run"
status 2 "$WEFT" graph chain.py --diff=nosuch
says "unknown pass 'nosuch'"
# the graphs at any place, as text or as pictures; a function's name means its variants, too
status 0 "$WEFT" dump chain.py --dump=before:switches:kind --dump=after:switches:k* -o x.ir
says "# before switches"
says "graph @\"__main__.kind(int)\""
says "# after switches"
[ "$(grep -c '^graph' err)" = 2 ] || { echo "not two graphs"; exit 1; }
[ "$(grep -c 'int_eq' err)" -ge 3 ] || { echo "not both states"; exit 1; }
status 0 "$WEFT" dump chain.py --dump=after:low:kind --dump-format=dot -o x.ir
says "digraph weft"
status 2 "$WEFT" dump chain.py --dump-format=png
says "--dump-format wants one of text dot"
status 2 "$WEFT" dump chain.py --dump=during:fold
says "--dump wants after:STAGE or before:STAGE"
# each remark tells of what was done, or why it was not
status 0 "$WEFT" dump chain.py '--remarks=applied,missed:switches.*one switch' -o x.ir
says "chain.py:5: applied: switches: 2 comparisons with constants are one switch"
status 0 "$WEFT" dump chain.py --stats -o x.ir
says "switches: tests in them"
status 0 "$WEFT" dump chain.py --time-passes -o x.ir
says "ms    switches"

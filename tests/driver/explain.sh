# test: cli
# Every code that a diagnostic may carry has an explanation, every explanation a test that provokes it.
status 0 "$WEFT" explain
cut -c1-5 out > explained
grep -rhoE '"[PNMTUW][0-9]{4}"' "$ROOT/frontend" "$ROOT/driver" --include='*.c' | tr -d '"' | sort -u > used
comm -13 <(sort explained) used > missing
[ ! -s missing ] || { echo "without explanation:"; cat missing; exit 1; }
comm -23 <(sort explained) used > surplus
[ ! -s surplus ] || { echo "explained, but never used:"; cat surplus; exit 1; }
grep -rhaoE '(#!|# code:) [A-Z][0-9]{4}' "$ROOT/tests/diag" "$ROOT/tests/driver" | grep -oE '[A-Z][0-9]{4}' | sort -u > tested
# U0001 is for operations that a later stage of the compiler does not know: none at present
comm -23 <(grep -v U0001 used) tested > untested
[ ! -s untested ] || { echo "without test:"; cat untested; exit 1; }
status 0 "$WEFT" explain t0102
prints "T0102: two types that do not go together"
prints "    x = \"three\""
prints "common base class"
status 0 "$WEFT" explain T0103 N0101
prints "T0103: "
prints "N0101: "
status 2 "$WEFT" explain T0192
says "did you mean 'T0102'?"
status 2 "$WEFT" explain nonsense
says "lists them"

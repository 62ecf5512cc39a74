# test: cli
# Diagnostics for people and for tools: twenty at most, in source order, colour on request, JSON that parses.
for i in $(seq 30); do echo "print(unknown_$i)"; done > many.py
status 1 "$WEFT" check many.py
[ "$(grep -c '^error' err)" = 20 ]
says "... and 10 more"
says "unknown_1\`"
if grep -q $'\033' err; then echo "colour in a file"; exit 1; fi
status 1 "$WEFT" check --color=always many.py
grep -q $'\033\[1;31m' err
status 1 "$WEFT" check --message-format=json many.py
/usr/bin/python3.11 - <<'CHECK'
import json
diagnostics = json.load(open("err"))
assert len(diagnostics) == 20
lines = [diagnostic["range"]["line"] for diagnostic in diagnostics]
assert lines == sorted(lines)
for diagnostic in diagnostics:
    assert set(diagnostic) == {"severity", "code", "message", "range", "labels", "notes", "help"}
    assert diagnostic["severity"] == "error" and diagnostic["code"] == "N0101"
    assert diagnostic["range"]["column"] == 7 and diagnostic["range"]["end_column"] > 7
CHECK
# odd characters do not break the JSON
printf 'x = "\t\\"é"\nprint(x + 1, y\x27)\n' > "odd \"name\".py"
status 1 "$WEFT" check --message-format=json "odd \"name\".py"
/usr/bin/python3.11 -c 'import json; assert json.load(open("err"))[0]["range"]["file"] == "odd \"name\".py"'
# a terminal gets colour, unless NO_COLOR is set
if command -v script > /dev/null; then
    script -qec "'$WEFT' check many.py" /dev/null > typed || true
    grep -q $'\033\[1;31m' typed
    NO_COLOR=1 script -qec "'$WEFT' check many.py" /dev/null > typed || true
    if grep -q $'\033\[1;31m' typed; then echo "colour in spite of NO_COLOR"; exit 1; fi
fi

# test: cli
# Diagnostics and unwritable outputs: status 1; a failed build leaves the old binary alone.
echo 'print("hello", 1 + 2)' > hello.py
status 0 "$WEFT" build hello.py
status 0 ./hello
prints "hello 3"
cp hello before
printf 'def f(x:\n' > bad.py
status 1 "$WEFT" build bad.py -o hello
says "bad.py:1"
cmp hello before
status 1 "$WEFT" build nosuch.py
says "nosuch.py"
status 1 "$WEFT" build hello.py -o nosuch/hello
says "cannot write nosuch/hello"
status 1 "$WEFT" dump hello.py -o nosuch/hello.ir
says "cannot write nosuch/hello.ir"
[ "$(ls -A | grep -c weft-)" = 0 ]
[ "$(ls -A cache/weft | grep -c weft-)" = 0 ]
status 1 "$WEFT" dump hello.py -o /dev/full
says "No space left"
status 2 "$WEFT" build hello.py -o ./hello.py
says "would overwrite the source"

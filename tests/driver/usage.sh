# test: cli
# Wrong usage: status 2, and what was probably meant.
status 2 "$WEFT"
status 2 "$WEFT" biuld x.py
says "did you mean 'build'"
status 2 "$WEFT" build --gcc=none x.py
says "did you mean '--gc'"
status 2 "$WEFT" build --gc=bohem x.py
says "did you mean 'boehm'"
status 2 "$WEFT" build -fno-dead-cod x.py
says "did you mean 'dead-code'"
status 2 "$WEFT" build -O7 x.py
says "--optimize wants one of"
status 2 "$WEFT" build
says "which file"
status 2 "$WEFT" build a.py b.py
says "unexpected argument 'b.py'"
status 2 "$WEFT" build -o
says "wants an argument"
status 2 "$WEFT" dump --after=lwo x.py
says "did you mean 'low'"
status 2 "$WEFT" check --keep-c=x x.py
says "unknown option '--keep-c'"
status 0 "$WEFT" --help
for command in build run check graph dump opt eval passes gcs doctor; do
    prints "  $command"
done
status 0 "$WEFT" build --help
prints "--keep-c=DIR"
status 0 "$WEFT" --version
prints "weft "
status 0 "$WEFT" passes
prints "dead-code"
status 0 "$WEFT" gcs
prints "boehm"
status 2 "$WEFT" run --gc=foo x.py
says "unknown memory manager 'foo'; there are: none, boehm"
status 2 "$WEFT" x.py
says "did you mean 'weft run x.py'?"

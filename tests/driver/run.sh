# test: cli
# weft run: arguments, standard input, exit status, a warm cache, no cache at all.
cat > args.py <<'END'
import sys
print(len(sys.argv), sys.argv)
END
status 0 "$WEFT" run args.py a --gc=none "b c"
prints "4 ['args.py', 'a', '--gc=none', 'b c']"
status 0 "$WEFT" run args.py again
prints "2 ['args.py', 'again']"
echo 'print("from standard input")' > in.py
status 0 "$WEFT" run - < in.py
prints "from standard input"
echo 'raise ValueError("no")' > raise.py
status 1 "$WEFT" run raise.py
says "ValueError: no"
XDG_CACHE_HOME=/proc/nosuch HOME=/proc/nosuch TMPDIR=$PWD status 0 "$WEFT" run args.py x
prints "2 ['args.py', 'x']"
[ "$(ls -A | grep -c weft-)" = 0 ]

# test: cli
# Nobody reads what is printed: BrokenPipeError where a full buffer is written, as in CPython; what is left at the end
# is reported with status 120.
cat > many.py <<'END'
import sys
for i in range(100000):
    print("line", i)
END
cat > caught.py <<'END'
import sys
try:
    for i in range(100000):
        print("line", i)
except BrokenPipeError as error:
    sys.stderr.write(repr(error) + " " + str(error.errno) + "\n")
END
echo 'print("one line")' > one.py
echo 'print("one line", flush=True)' > flushed.py
unread() { # a program's status and last line of standard error
    "$WEFT" build "$1.py"
    { sleep 0.2; got=0; PYTHONUNBUFFERED= "./$1" 2> err || got=$?; echo "$got $(tail -n 1 err)" > last; } | true
    [ "$(cat last)" = "$2" ] || { cat last err; exit 1; }
}
unread many "1 BrokenPipeError: [Errno 32] Broken pipe"
says '    print("line", i)'
unread caught "0 BrokenPipeError(32, 'Broken pipe') 32"
unread one "120 BrokenPipeError: [Errno 32] Broken pipe"
says "Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>"
unread flushed "120 BrokenPipeError: [Errno 32] Broken pipe"
says "line 1, in <module>"

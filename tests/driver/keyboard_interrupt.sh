# test: cli
# Ctrl-C in a program that catches it: in a sleep, a loop, a recursion; what nothing catches ends it by the signal.
cat > stubborn.py <<'END'
import time


def spin():
    n = 0
    while True:
        n = (n + 1) % 1000


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print("ready", flush=True)
try:
    while True:
        time.sleep(60)
except KeyboardInterrupt as error:
    print("caught", repr(error), flush=True)
try:
    try:
        print(fib(70))
    finally:
        print("finally", flush=True)
except BaseException:
    print("again", flush=True)
spin()
END
printf 'print("ready", flush=True)\nprint("more")\nwhile True:\n    pass\n' > plain.py
interrupted() { # a program, when it has printed so many lines
    "$WEFT" build "$1.py"
    env --default-signal=INT "./$1" > out 2> err &
    program=$!
    for lines in $2; do
        for _ in $(seq 200); do
            [ "$(wc -l < out)" = "$lines" ] && break
            sleep 0.05
        done
        sleep 0.1
        kill -INT $program
    done
    got=0
    wait $program || got=$?
    [ "$got" = 130 ] || { cat out err; exit 1; }
}
interrupted stubborn "1 2 4"
prints "caught KeyboardInterrupt()"
prints "finally"
says "in spin"
says "KeyboardInterrupt"
interrupted plain 1
prints "more"
says "KeyboardInterrupt"

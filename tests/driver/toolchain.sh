# test: cli
# No compiler, no library, flags that do not work: status 3, and the package to install.
echo 'print("hello")' > hello.py
CC=nosuchcc status 3 "$WEFT" build hello.py
says "apt-get install gcc"
CC=false status 3 "$WEFT" build hello.py
says "cannot build even an empty program"
CFLAGS=-fnosuchflag status 3 "$WEFT" build hello.py
says "CFLAGS='-fnosuchflag'"
cat > nogc <<'END'
#!/bin/sh
case "$*" in *-lgc*) echo "cannot find -lgc" >&2; exit 1 ;; esac
exec cc "$@"
END
chmod +x nogc
CC=./nogc status 3 "$WEFT" build --gc=boehm hello.py
says "apt-get install libgc-dev"
says "--gc=none"
CC=./nogc status 0 "$WEFT" build hello.py
CC="env X=1 cc" status 0 "$WEFT" build hello.py
[ "$(ls -A cache/weft | grep -c weft-)" = 0 ]
# a compiler that rejects what we generated: our bug, and the evidence is kept
cat > picky <<'END'
#!/bin/sh
case "$*" in *probe.c*) exec cc "$@" ;; esac
echo "error: nonsense" >&2
exit 1
END
chmod +x picky
CC=./picky status 70 "$WEFT" build hello.py
says "bug in Weft"
says "error: nonsense"
ls cache/weft/weft-*/reproduce.sh > out

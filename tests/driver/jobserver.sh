# test: cli
# Under make's jobserver no more compilers run than it grants; without, as many as --jobs.
echo 'print("hello")' > hello.py
cat > counting <<'END'
#!/bin/sh
case "$*" in *" -c "*) ;; *) exec cc "$@" ;; esac
echo start >> log
cc "$@"
status=$?
sleep 0.1
echo end >> log
exit $status
END
chmod +x counting
most() { awk '/start/ { n++ } /end/ { n-- } n > m { m = n } END { print m }' log; }
printf 'all:\n\t+CC=./counting %s build %s hello.py\n' "$WEFT" '$(LEVEL)' > Makefile
status 0 make -j2 LEVEL=-O0
[ "$(most)" = 2 ]
rm log
status 0 make -j1 LEVEL=-O2
[ "$(most)" = 1 ] || [ "$(nproc)" -gt 1 ]
rm log
CC=./counting status 0 "$WEFT" build -j3 -O3 hello.py
[ "$(most)" = 3 ]

# test: cli
# Ctrl-C: status 130, no child goes on, nothing is left behind.
echo 'print("hello")' > hello.py
cat > slow <<'END'
#!/bin/sh
echo $$ >> pids
sleep 30
END
chmod +x slow
CC=./slow "$WEFT" build hello.py 2> err &
weft=$!
for _ in $(seq 100); do
    [ -s pids ] && break
    sleep 0.1
done
kill -INT $weft
got=0
wait $weft || got=$?
[ "$got" = 130 ]
sleep 0.2
while read -r pid; do
    if kill -0 "$pid" 2> err; then exit 1; fi
done < pids
[ ! -e hello ]
[ "$(ls -A . cache/weft | grep -c weft-)" = 0 ]

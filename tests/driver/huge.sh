# test: cli
# A huge function is written in parts over several C files, so that compilers share the work; it does what it should.
/usr/bin/python3.11 -c '
print("def f(n):\n    x = n")
for i in range(20000):
    print(f"    x += {i % 7}")
print("    return x\n\n\nprint(f(1))")' > huge.py
status 0 timeout 250 "$WEFT" build --gc=none -O0 --keep-c c huge.py
[ "$(ls c/part_main_*.c | wc -l)" -ge 3 ]
[ "$(cat c/*.c | wc -l)" -gt 30000 ]
for file in c/part_*.c c/unit_*.c; do
    [ "$(wc -l < "$file")" -lt 15000 ] || { echo "$file is long"; exit 1; }
done
status 0 ./huge
prints "$(/usr/bin/python3.11 huge.py)"

# test: cli
# What a module has not bound so far: circular imports, and names that are bound on some ways only; as CPython has it.
printf 'import b\nX = 1\nprint(b.Y)\n' > a.py
printf 'import a\nY = a.X\n' > b.py
printf 'from d import Y\nX = 1\nprint(Y)\n' > c.py
printf 'import c\nY = 5\n' > d.py
printf 'import sys\nif len(sys.argv) > 5:\n    some = 1\nelse:\n    other = 2\ngone = 3\ndel gone\n' > f.py
cat > e.py <<'EOF'
import f

for name in range(4):
    try:
        if name == 0:
            print(f.other)
        elif name == 1:
            print(f.some)
        elif name == 2:
            print(f.gone)
        else:
            from f import some
    except (AttributeError, ImportError) as error:
        print(type(error).__name__, str(error).split(" (")[0])
f.some = 7
print(f.some)
EOF
for main in a c e; do
    "$WEFT" run $main.py > native.txt 2>&1 || true
    PYTHONHASHSEED=0 /usr/bin/python3.11 $main.py > cpython.txt 2>&1 || true
    for output in native cpython; do
        sed 's/(\/.*\//(/; s/File ".*\//File "/' $output.txt > $output.plain
    done
    diff native.plain cpython.plain
done

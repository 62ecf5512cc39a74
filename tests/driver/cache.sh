# test: cli
# An unchanged unit is not compiled again; other flags are other objects; --keep-c builds with make and ninja.
cat > prog.py <<'END'
def f(x):
    return x + 1

print(f(41))
END
compilations() { grep -cE ' -c ' err || true; }
status 0 "$WEFT" build -v prog.py
[ "$(compilations)" -gt 2 ]
status 0 "$WEFT" build -v prog.py
[ "$(compilations)" = 0 ]
sed -i 's/41/42/' prog.py
status 0 "$WEFT" build -v prog.py
[ "$(compilations)" -ge 1 ]
[ "$(compilations)" -le 4 ]
status 0 ./prog
prints 43
status 0 "$WEFT" build -v -O0 prog.py
[ "$(compilations)" -gt 2 ]
status 0 "$WEFT" build --keep-c kept prog.py
mkdir made
cp -r kept made/c
status 0 make -s -C made/c
status 0 made/c/prog
prints 43
if command -v ninja > /dev/null; then
    status 0 ninja -C kept
    status 0 kept/prog
    prints 43
fi
status 0 "$WEFT" build --emit=c prog.py -o c1
status 0 "$WEFT" build --emit=c prog.py -o c2
diff -r c1 c2

# test: cli
# OSError(2, "..") is a FileNotFoundError in CPython: that is refused, other numbers are taken.
cat > prog.py <<'END'
try:
    raise OSError(5, "Input/output error", "disk")
except OSError as error:
    print(error, error.errno, error.filename, type(error).__name__)
try:
    raise FileNotFoundError(2, "none", "name")
except OSError as error:
    print(error, type(error).__name__)
raise OSError(2, "No such file")
END
status 1 "$WEFT" run prog.py
prints "[Errno 5] Input/output error: 'disk' 5 disk OSError"
prints "[Errno 2] none: 'name' FileNotFoundError"
says "not supported: OSError of an errno that has a class of its own"

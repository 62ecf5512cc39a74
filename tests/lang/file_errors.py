# test: lang
# What goes wrong with files, in CPython's words.

def attempt(what):
    try:
        what()
    except FileNotFoundError as e:
        print("FileNotFoundError:", e, e.errno, e.strerror, e.filename, repr(e))
    except IsADirectoryError as e:
        print("IsADirectoryError:", e, e.errno)
    except FileExistsError as e:
        print("FileExistsError:", e, e.filename)
    except NotADirectoryError as e:
        print("NotADirectoryError:", e)
    except PermissionError as e:
        print("PermissionError:", e)
    except UnicodeDecodeError as e:
        print("UnicodeDecodeError:", e, e.start)
    except UnicodeEncodeError as e:
        print("UnicodeEncodeError:", e)
    except LookupError as e:
        print("LookupError:", e)
    except OSError as e:
        print("OSError:", e)
    except ValueError as e:
        print("ValueError:", e)


name = "weft_file_errors.txt"
with open(name, "wb") as out:
    out.write(b"fine\nb\xffd\n")
attempt(lambda: open("/tmp/weft_no_such_file"))
attempt(lambda: open("/tmp/weft_no_such_folder/x", "w"))
attempt(lambda: open("/tmp", "w"))
attempt(lambda: open("/tmp"))
attempt(lambda: open(name, "x"))
attempt(lambda: open(name + "/x"))
attempt(lambda: open("it's", "rb"))
attempt(lambda: open(name).read())
attempt(lambda: open(name).readline())
attempt(lambda: open(name, encoding="ascii").readlines())
attempt(lambda: print(open(name, errors="replace").read()))
attempt(lambda: print(open(name, encoding="latin-1").read()))
attempt(lambda: print(ascii(open(name, errors="surrogateescape").read())))
attempt(lambda: open(name, "w", encoding="ascii").write("é"))
attempt(lambda: open(name, encoding="nope"))
attempt(lambda: open(name, "q"))
attempt(lambda: open(name, "rw"))
attempt(lambda: open(name, ""))
attempt(lambda: open(name, "rr"))
attempt(lambda: open(name, newline="x"))
attempt(lambda: open("a\0b"))
f = open(name)
f.close()
attempt(lambda: f.read())
attempt(lambda: f.readline())
attempt(lambda: print([x for x in f]))
attempt(lambda: f.write("x"))
attempt(lambda: f.tell())
attempt(lambda: f.flush())
attempt(lambda: f.fileno())
with open(name, "w") as w:
    attempt(lambda: w.read())
    attempt(lambda: w.readline())
with open(name) as r:
    attempt(lambda: r.write("x"))
    attempt(lambda: r.seek(-1))
    attempt(lambda: r.seek(1, 1))
b = open(name, "rb")
attempt(lambda: b.write(b"x"))
b.close()
attempt(lambda: b.read())
attempt(lambda: b.seek(0))
attempt(lambda: b.tell())
attempt(lambda: b.flush())
attempt(lambda: b.readable())
attempt(lambda: print(b.writable(), f.writable()))
try:
    with open(name) as f:
        raise KeyError("inside")
except KeyError as e:
    print(e, f.closed)
try:
    with f:
        pass
except ValueError as e:
    print(e)

# test: lang
# tell and seek in text; reading and writing one file.

name = "weft_file_seek.txt"
with open(name, "w") as f:
    f.write("première\nseconde\ntroisième\n")
    print(f.tell())
with open(name) as f:
    at = []
    while True:
        at.append(f.tell())
        line = f.readline()
        if not line:
            break
    print(at)
    print(f.seek(at[1]), f.readline(), f.seek(0), f.read(2), f.tell(), f.seek(0, 2), repr(f.read()))
    f.seek(0)
    print(f.read(7), f.tell())
    f.seek(0)
    for line in f:
        try:
            f.tell()
        except OSError as e:
            print(e)
        break
with open(name, "r+") as f:
    print(f.readline(), end="")
    f.seek(0)
    f.write("P")
    f.seek(0, 2)
    f.write("fin\n")
    f.seek(0)
    print(f.read(), f.mode)
    print(f.truncate(9), f.seek(0), f.read())
with open(name, "w+") as f:
    print(f.write("abc"), f.seek(0), f.read(), f.tell(), f.truncate(1), f.seek(0), f.read())
with open(name, "a+") as f:
    print(f.tell(), f.write("z"), f.seek(0), f.read())

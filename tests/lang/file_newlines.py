# test: lang
# Universal newlines and the newline argument.

name = "weft_file_newlines.txt"
with open(name, "wb") as out:
    out.write(b"unix\ndos\r\nmac\rlast\r")
for newline in (None, "", "\n", "\r", "\r\n"):
    with open(name, newline=newline) as f:
        print(repr(newline), f.readlines())
    with open(name, newline=newline) as f:
        print(repr(f.read(6)), repr(f.read(5)), repr(f.readline()), repr(f.read()))
for newline in (None, "", "\n", "\r", "\r\n"):
    with open(name, "w", newline=newline) as f:
        print(f.write("a\nb\r\n"), end=" ")
    print(open(name, "rb").read())
with open(name, "w") as f:
    for i in range(3000):
        f.write("line %d é\r\n" % i)
count = 0
total = 0
for line in open(name):
    count += 1
    total += len(line)
print(count, total, len(open(name).read()), len(open(name, newline="").read()))
with open(name, "w") as f:
    f.write("x" * 8191 + "\r\n" + "y" * 20000 + "\n" + "é" * 5000)
print([len(line) for line in open(name)], [len(line) for line in open(name, newline="")])

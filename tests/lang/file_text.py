# test: lang
# Writing and reading text: write, print, writelines, read, readline, readlines, iteration.

name = "weft_file_text.txt"
with open(name, "w") as f:
    print(f.write("hello\n"), f.write("wörld €😀\n"), f.write(""), f.name, f.mode, f.closed)
    f.writelines(["a\n", "b", "c\n"])
    print("via", "print", 3, sep="-", file=f)
    print(file=f)
    print(f.readable(), f.writable(), f.seekable(), f.isatty())
print(f.closed, f)
with open(name) as f:
    print(f.read(3), f.read(4), repr(f.readline()), f.readline(3), f.readlines(), repr(f.read()), repr(f.readline()), f.readlines())
for line in open(name, "r"):
    print(repr(line))
with open(name, encoding="utf-8") as f:
    for i, line in enumerate(f, 1):
        print(i, line.rstrip())
    print(list(f))
with open(name, "a") as f:
    f.write("more\n")
    print(f.tell() == 35)
with open(name, mode="r") as f:
    lines = f.readlines()
print(len(lines), lines[-1], [x.strip() for x in open(name)])
with open(name, "w", encoding="utf-8", errors="strict", newline="\n") as out, open(name) as same:
    print(out.write("x\ny"), out.flush(), same.read())
f = open(name)
print(next(f), f.readline(), f.closed, f.close(), f.closed, f.close())
print(open(name).read().split(), len(open(name).read()))

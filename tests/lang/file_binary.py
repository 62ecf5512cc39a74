# test: lang
# Binary files.

name = "weft_file_binary.bin"
with open(name, "wb") as f:
    print(f.write(b"abc\r\n\x00\xff"), f.write(bytearray(b"line two\n")), f.tell(), f)
    f.writelines([b"x", b"y\n"])
with open(name, "rb") as f:
    print(f.read(2), f.read(0), f.readline(), f.readline(4), f.read(), f.read(), f.name, f.mode, f)
with open(name, "rb") as f:
    for line in f:
        print(line)
with open(name, mode="rb") as f:
    print(f.readlines(), f.tell(), f.seek(2), f.read(3), f.seek(-3, 2), f.read(), f.seek(1), f.seek(2, 1), f.read(1), f.peek(1)[:1])
with open(name, "r+b") as f:
    print(f.read(1), f.write(b"ZZ"), f.tell(), f.seek(0), f.read(5), f.mode)
    f.seek(0)
    f.write(b"0")
    print(f.read(3))
    f.truncate(6)
    print(f.seek(0, 2))
with open(name, "ab") as f:
    print(f.tell(), f.write(b"end"), f.tell())
with open(name, "w+b") as f:
    print(f.write(b"new"), f.seek(0), f.read(), f.write(b"!"), f.seek(0), f.read(), f.truncate(2), f.seek(0), f.read())
with open(name, "rb") as f:
    buffer = bytearray(5)
    print(f.readinto(buffer), buffer)
data = bytes(range(256)) * 300
with open(name, "wb") as f:
    print(f.write(data))
with open(name, "rb") as f:
    print(f.read() == data, f.seek(70000), f.read(10) == data[70000:70010], f.tell())

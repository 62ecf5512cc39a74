# test: lang
# int() and float() of bytes.


def shown(f, *args):
    try:
        print(f(*args))
    except ValueError as e:
        print(e)


print(int(b"12"), int(b" -7\n"), int(b"ff", 16), int(b"1_000"), int(bytearray(b"101"), 2), int(b"0x1F", 0))
print(float(b"1.5"), float(b" -2e3 "), float(bytearray(b"inf")))
for data in [b"zz", b"", b"1 2", b"\x1c12", b"\xb2", b"12\x00"]:
    shown(int, data)
    shown(float, data)
for data, base in [(b"12", 2), (b"12", 37), (b"12", 1), (b"z", 36), (b"q", 16)]:
    shown(int, data, base)

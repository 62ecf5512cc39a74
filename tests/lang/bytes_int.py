# test: lang
# int.to_bytes and int.from_bytes.

print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (5).to_bytes(), (0).to_bytes(0, "big"), (255).to_bytes(1, byteorder="little"))
print((-1).to_bytes(2, "big", signed=True), (-128).to_bytes(1, "big", signed=True), (127).to_bytes(1, "little", signed=True), (-5).to_bytes(10, "little", signed=True))
print((2**62).to_bytes(8, "big"), (2**62).to_bytes(12, "big"), True.to_bytes(2, "big") if False else 1)
print(int.from_bytes(b"\x04\x00", "big"), int.from_bytes(b"\x04\x00", "little"), int.from_bytes(b"\xff", "big", signed=True), int.from_bytes(b"\x80\x00", "big", signed=True))
print(int.from_bytes(b""), int.from_bytes([1, 2]), int.from_bytes(bytearray(b"\x01\x02"), "little"), int.from_bytes(b"\xff" * 12, "big", signed=True), int.from_bytes(b"\x00" * 9 + b"\x07", "big"))
for n in (0, 1, 127, 128, 255, 256, 65535, 2**40, 2**62):
    for order in ("big", "little"):
        assert int.from_bytes(n.to_bytes(9, order), order) == n
        assert int.from_bytes((-n).to_bytes(9, order, signed=True), order, signed=True) == -n
try:
    (256).to_bytes(1, "big")
except OverflowError as e:
    print(e)
try:
    (128).to_bytes(1, "big", signed=True)
except OverflowError as e:
    print(e)
try:
    (-1).to_bytes(1, "big")
except OverflowError as e:
    print(e)
try:
    (1).to_bytes(-1, "big")
except ValueError as e:
    print(e)
try:
    (1).to_bytes(1, "medium")
except ValueError as e:
    print(e)

# test: lang
# A bytearray's methods give new objects that later changes leave alone.

a = bytearray(b"ab cd")
s = a.decode()
t = a.decode("latin-1")
parts = a.split()
part = b"x cd".partition(a[2:3])
whole = a[:]
b = bytes(a)
j = b"".join([a])
p = b"" + a
k = {bytes(a): 1}
a[0] = 90
a[2] = 95
print(s, t, parts, whole, b, j, p, part, k, a)
print(a.upper(), a.hex(), a.replace(b"_", b"-"), a.strip(b"Z"), a.startswith(b"Z"), a.title(), a.zfill(8), type(a.upper()).__name__)
print([type(x).__name__ for x in a.split(b"_")], a.join([b"1", b"2"]), a.center(9, b"*"), a.isalnum(), a.partition(b"_"))
for x in a:
    print(x, end=" ")
print(98 in a, b"d" in a, list(a), a * 2, a != b"Zb_cd", repr(a), str(a), f"{a}")

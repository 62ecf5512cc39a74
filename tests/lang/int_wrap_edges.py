# test: lang
# Sums and products up to the last representable number.

top = 9223372036854775807
low = -9223372036854775808
print(top - 1 + 1, low + 1 - 1, top + low, -top, top * 1, low * 1, top * -1, low // 1, low % -1)
print(3037000499 * 3037000499, -3037000499 * 3037000499, 4611686018427387903 * 2 + 1, -4611686018427387904 * 2)
print(abs(low + 1), -(low + 1), low % 10, low // 10, top % 10, top // 10, low // -2, low % 7, low // 7)
total = 0
for i in range(62):
    total += 1 << i
print(total, total + (1 << 62))
print(hash(top) == hash(top), top.bit_length(), low.bit_length(), str(low), f"{top:,}", f"{low:_}")
print(sum([top, low, 1, 2, 3]), max(top, low), min(top, low))

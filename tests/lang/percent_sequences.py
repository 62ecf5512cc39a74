# test: lang
# What % takes for a mapping need not be converted: lists, ranges and bytes as well, though they have no names.
try:
    print('ab' % [1, 2])
except TypeError as e:
    print(e)
print('ab' % {'a': 1})
print('ab' % {})
print('ab' % [])
try:
    print('ab' % 5)
except TypeError as e:
    print(e)
print('%s' % [1,2])
class A: pass
try:
    print('ab' % A())
except TypeError as e:
    print(e)
try:
    print('ab' % "x")
except TypeError as e:
    print(e)
try:
    print('ab' % range(3))
except TypeError as e:
    print(e)
print('ab' % b'x')
print(b'ab' % [1], bytearray(b"q") % range(2))
class M:
    def __repr__(self): return "M"
for bad in ("%s %s", "%d", "x"):
    try:
        print(bad % [1])
    except TypeError as e:
        print(e)

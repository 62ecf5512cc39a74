# test: lang
# What a bytearray refuses.

a = bytearray(b"abc")
try:
    a.append(256)
except ValueError as e:
    print(e)
try:
    a[0] = -1
except ValueError as e:
    print(e)
try:
    a[3] = 1
except IndexError as e:
    print(e)
try:
    print(a[-4])
except IndexError as e:
    print(e)
try:
    a.pop(5)
except IndexError as e:
    print(e)
try:
    bytearray().pop()
except IndexError as e:
    print(e)
try:
    a.remove(1)
except ValueError as e:
    print(e)
try:
    a[::2] = b"abc"
except ValueError as e:
    print(e)
try:
    a.extend("abc")
except TypeError as e:
    print(e)
try:
    a += "x"
except TypeError as e:
    print(e)
try:
    a[0:1] = "x"
except TypeError as e:
    print(e)
try:
    del a[7]
except IndexError as e:
    print(e)
print(a)

# test: lang
# Slice assignment and deletion with steps.

l = list(range(10))
l[2:4] = [20, 30, 40]
print(l)
l[5:5] = [99]
l[0:0] = [] or [7]
print(l)
l[::2] = [0] * len(l[::2])
print(l)
try:
    l[::2] = [1]
except ValueError as e:
    print(e)
del l[::3]
print(l)
del l[-2:]
print(l)
l[:] = range(4)
print(l)
l[1:1] = []
l[1:3] = (8, 9)
print(l)
l[3:0:-1] = [1, 2, 3]
print(l)
del l[::-2]
print(l)
l[10:] = [5]
print(l)
l[-1:] = []
print(l)
m = l
m[:] = [1, 2, 3]
print(l, m is l)
m[len(m):] = [4]
m[:1] = [0, 0]
print(m)
l = [1, 2, 3, 4, 5, 6]
l[1:5:2] = [20, 40]
print(l)
del l[4:1:-1]
print(l)
l[1:] += [7]
print(l)
l *= 2
print(l)
try:
    l[::0]
except ValueError as e:
    print(e)

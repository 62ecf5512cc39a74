# test: lang
# Changing what is iterated; loop variables; ranges evaluated once.

l = [1, 2, 3, 4]
for x in l:
    if x == 2:
        l.remove(x)
print(l)
l = [1, 2]
for x in l:
    if len(l) < 5:
        l.append(x * 10)
print(l)
n = 3
for i in range(n):
    n = 10
    i += 100
print(i, n)
d = {"a": 1, "b": 2}
for k in list(d):
    d[k + k] = d.pop(k)
print(d)
for k in d:
    d[k] += 1
print(d)
try:
    for k in d:
        d["new"] = 1
except RuntimeError as e:
    print(e)
s = {1}
try:
    for x in s:
        s.add(x + 1)
except RuntimeError as e:
    print(e)
m = [[1], [2]]
for row in m:
    row.append(0)
print(m)
holder = [0]
for holder[0] in range(3):
    pass
print(holder)

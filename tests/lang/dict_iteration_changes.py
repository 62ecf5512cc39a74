# test: lang
# A dict that changes its size while iterated raises.

d = {"a": 1, "b": 2}
try:
    for k in d:
        d[k + k] = 0
except RuntimeError as e:
    print("RuntimeError:", e)
print(d)
try:
    for k in d:
        del d[k]
except RuntimeError as e:
    print("RuntimeError:", e)
print(d)
for k in list(d):
    if d[k] == 2:
        del d[k]
    else:
        d[k] = 9
for k in d:
    d[k] += 1
print(d)
try:
    for k, v in d.items():
        d.clear()
except RuntimeError as e:
    print("RuntimeError:", e)
print(d)
for k in d:
    print("never")
else:
    print("else")

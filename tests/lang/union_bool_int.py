# test: lang
# A bool and an int that meet stay what they are.


def pick(n):
    if n == 0:
        return True
    if n == 1:
        return 1
    if n == 2:
        return 2.5
    return None


for n in range(4):
    v = pick(n)
    print(v, repr(v), v == 1, v == True, v is None, not v, isinstance(v, int), isinstance(v, bool), isinstance(v, float), type(v).__name__)
values = [pick(n) for n in range(4)]
print(values, values.count(1), values.index(2.5), None in values, True in values, 7 in values)
print({True: "a", 2: "b"}, [True, 2, False, 0], (1, True), {1: True, 2: 0}, [1 == 1, 2, 3.5, None])
flag = False
flag = flag or 3
print(flag, flag + 1)
count = 0
count = count == 0
print(count, count + 1)
mixed = [0, False, 0.0]
for m in mixed:
    print(m, m + 1, m == 0, bool(m), str(m))
print(sum([True, 2, 0.5]), max([True, 2]), sorted([2, True, 0.5, False]))

# test: lang
# bool is an int that prints as True or False.

print(True + True, True * 3, -True, +False, True / 2, True // 1, True % 2, 2**True, True - 1)
print(True == 1, False == 0, True > False, True is True, str(True), repr(False), f"{True} {False!r}")
flags = [True, False, True]
print(flags, sum(flags), (True, False), {True: "yes", False: "no"})
print(isinstance(True, int), isinstance(True, bool), isinstance(1, bool), isinstance(0, (bool, str)))
table = {1: "one", 0: "zero"}
print(table[True], table[False])
table[True] = "uno"
print(table)
print(["a", "b"][True], "xy"[False], [1, 2, 3][True:])
print(bool(""), bool("0"), bool([]), bool([0]), bool({}), bool(0.0), bool(-0.0), bool(None), bool(()), bool((0,)))
x = True
x += 1
print(x, not x, not not x)
y = 3 > 2
z = y & (2 > 1)
print(y, z, y and z, y ^ z, y | False, f"{y:d} {y:5} {int(y)}")
print("%d %s %r" % (True, True, True), int(True), float(True), type(True).__name__)

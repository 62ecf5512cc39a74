# test: lang
# print with sep and end, several arguments, no argument.

print()
print("a", 1, 2.5, None, True, [1], (2,), {"k": "v"}, sep=", ")
print("no newline", end="")
print(" continued")
print(1, 2, 3, sep="")
print(1, 2, 3, sep="-", end="!\n")
print("x", sep="unused")
print(end="only end\n")
print(sep="nothing")
print("a\nb", "c", sep="\n")
print("", "", sep="|")
print(*[1, 2, 3])
print(None, sep=None, end=None)
for i in range(3):
    print(i, end=" " if i < 2 else "\n")
line = print("returns")
print(line)
print("done", flush=True)

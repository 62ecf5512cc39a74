# test: lang
# standalone:
# Unpacking too few values, in a for loop.

pairs = [[1, 2], [3]]
for a, b in pairs:
    print(a + b)

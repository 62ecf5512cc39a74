# test: lang
# Equal numbers hash equally: int, bool and float keys meet in a dict.

counts = {1: "a"}
counts[1.0] = "b"
counts[True] = "c"
print(counts, len(counts), 1.0 in counts, 0.0 in counts)
print(hash(1) == hash(1.0) == hash(True), hash(-1) == hash(-2), hash(0) == hash(False) == hash(-0.0))
print(hash(5), hash(-5), hash(-1), hash(-2), hash(2**61 - 1), hash(2**61), hash(0.5), hash(1e300), hash(-1.5))
print(hash(2**61 - 2), hash(-(2**61)), hash(float("inf")), hash(-float("inf")), hash(3.0), hash(2.0**61))
print(hash("") == 0, hash(()) == hash(()), hash((1, 2)) == hash((1.0, 2)), hash((1, 2)) == hash((2, 1)))

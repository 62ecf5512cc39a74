# test: lang
# Counts and entries given as keywords.
from collections import Counter, defaultdict

c = Counter(a=2, b=1)
print(c, Counter("ab", a=5), c + Counter(b=3))
d = defaultdict(int, x=1, y=2)
d["z"] += 1
print(d, defaultdict(list))

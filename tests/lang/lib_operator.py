# test: lang
# operator.
import operator
from operator import itemgetter, add, mul

print(add(1, 2), mul("ab", 2), operator.sub(5, 7), operator.truediv(7, 2), operator.floordiv(-7, 2), operator.mod(-7, 3), operator.pow(2, 10), operator.xor(5, 3))
print(operator.neg(4), operator.not_(0), operator.truth([]), operator.lt(1, 2), operator.eq("a", "a"), operator.contains([1, 2], 2), operator.getitem([5, 6], 1), operator.abs(-3), operator.invert(5))
print(operator.countOf([1, 2, 1], 1), operator.indexOf("abc", "c"), operator.concat([1], [2]), operator.is_(None, None), operator.lshift(1, 4), operator.and_(6, 3))
rows = [[3, 1], [1, 2], [2, 0]]
print(sorted(rows, key=itemgetter(1)), max(rows, key=itemgetter(0)), list(map(itemgetter(0), rows)))
pairs = [("b", 2), ("a", 3), ("c", 1)]
records = [("x", 2, 1.5), ("y", 1, 2.5), ("x", 1, 0.5)]
print(sorted(records, key=itemgetter(0, 1)), itemgetter(2, 0)(records[0]), itemgetter(1)("abc"), itemgetter("k")({"k": 9}), sorted(records, key=itemgetter(2)), sorted(records, key=itemgetter(1)))
print(sorted(pairs, key=itemgetter(1)), sorted(pairs, key=itemgetter(0)), min(pairs, key=itemgetter(-1)))
scores = {"ann": 3, "bob": 5, "cid": 1}
print(max(scores.items(), key=itemgetter(1))[0], sorted(scores.items(), key=itemgetter(1), reverse=True))
xs = [1, 2]
operator.setitem(xs, 0, 9)
operator.delitem(xs, 1)
print(xs, operator.iadd(xs, [4]), xs)
ops = {"+": operator.add, "-": operator.sub, "*": operator.mul}
print([ops[o](7, 3) for o in "+-*"])
NAME, SCORE = 0, 1
print([row[NAME] for row in pairs], sum([row[SCORE] for row in pairs]))

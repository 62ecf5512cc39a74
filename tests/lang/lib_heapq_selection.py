# test: lang
# nlargest, nsmallest, merge: order of equal items, keys, reverse.
import heapq

words = ["pear", "fig", "apple", "kiwi", "date", "plum", "banana", "cherry", "lime"]
for n in (-1, 0, 1, 2, 4, 20):
    print(n, heapq.nsmallest(n, words, key=len), heapq.nlargest(n, words, key=len))
    print(n, heapq.nsmallest(n, words), heapq.nlargest(n, words))
print(heapq.nsmallest(3, range(10, 0, -1)), heapq.nlargest(3, [x * x % 7 for x in range(9)]))
print(list(heapq.merge([1, 4, 7], [2, 4, 8], [0, 9])))
print(list(heapq.merge(["b", "dd"], ["a", "ccc"], key=len)))
print(list(heapq.merge([7, 4, 1], [8, 4, 2], reverse=True)))
print(list(heapq.merge([5, 1], [6, 2], key=lambda x: -x)))
for x in heapq.merge([1, 2], [], [1, 3]):
    print(x, end=" ")
print()
m = heapq.merge([(1, "a"), (2, "b")], [(1, "c")], key=lambda p: p[0])
print(next(m), next(m), next(m), next(m, None))

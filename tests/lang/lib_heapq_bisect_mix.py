# test: lang
# heapq and bisect together: sorted insertion, ranks, running medians.
import bisect
import heapq

scores = []
for s in [50, 20, 70, 20, 90, 60]:
    bisect.insort(scores, s)
print(scores, bisect.bisect(scores, 20), bisect.bisect_left(scores, 20), bisect.bisect_right(scores, 100), bisect.bisect_left(scores, 0))


def grade(score, breakpoints=(60, 70, 80, 90), grades="FDCBA"):
    return grades[bisect.bisect(breakpoints, score)]


print([grade(s) for s in [33, 99, 77, 70, 89, 90, 100]])


class Median:
    def __init__(self):
        self.low, self.high = [], []

    def add(self, x):
        heapq.heappush(self.low, -heapq.heappushpop(self.high, x))
        if len(self.low) > len(self.high):
            heapq.heappush(self.high, -heapq.heappop(self.low))

    def value(self):
        if len(self.high) > len(self.low):
            return self.high[0]
        return (self.high[0] - self.low[0]) / 2


m = Median()
for x in [5, 15, 1, 3, 8, 7]:
    m.add(x)
    print(m.value(), end=" ")
print()
heap = [5, 1, 4]
heapq.heapify(heap)
print(heap, heapq.heapreplace(heap, 0), heapq.heappushpop(heap, 9), heap, heapq.nlargest(2, heap), heapq.nsmallest(9, heap))
print(list(heapq.merge("adg", "beh", "cfi")), list(heapq.merge([3, 1], [2, 0], reverse=True)))
pairs = [(1, "a"), (3, "c")]
bisect.insort(pairs, (2, "b"))
print(pairs, bisect.bisect([1, 2, 3], 2, lo=1, hi=2), bisect.bisect([3, 2, 1], -2, key=lambda v: -v))

# test: lang
import gc
class A:
    def __init__(self, n):
        self.n = n
        self.me = self
def work():
    keep = []
    for i in range(1000):
        a = A(i)
        if i % 100 == 0:
            keep.append(a)
            gc.collect()
    return keep
print([a.n for a in work()], gc.collect() >= 0, [a.me.n for a in work()])

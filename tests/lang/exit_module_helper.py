class Worker:
    def __init__(self, xs):
        self.xs = xs

    def run(self, i):
        return safe(self.xs[i])


def safe(n):
    return 100 // n

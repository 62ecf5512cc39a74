print("core runs")
from .sub.tools import twice

START = 10


def helper(x):
    return twice(x) + START


class Engine:
    def __init__(self, name):
        self.name = name

    def run(self):
        return self.name + str(helper(1))

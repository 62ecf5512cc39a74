# test: lang
# Variables that are called like what generated C has beside them: objects made on the stack.
class Pair:
    def __init__(self, first, second):
        self.first, self.second = first, second

    def total(self):
        return self.first + self.second


def of_object(self, encoding, object, start, object_2):
    pair = Pair(object, start)
    items = [object_2, start, len(encoding)]
    for i in range(start):
        items[i % 3] += pair.total() + self
    return items[0] + items[1] * 10 + items[2] * 100 + object


def of_frame(object, frame, v_1, v):
    pairs = [Pair(object, frame), Pair(v_1, v)]
    return pairs[object % 2].total() + pairs[frame % 2].first


print(of_object(1, "abc", 5, 4, 7), of_frame(1, 2, 3, 4), of_frame(2, 3, 4, 5))

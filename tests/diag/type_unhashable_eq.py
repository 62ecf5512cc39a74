# test: diag
class Key:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n


print({Key(1): "one"})  #! T0104 7: unhashable type: `Key`

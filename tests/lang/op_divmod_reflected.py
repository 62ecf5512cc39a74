# test: lang
# divmod asks the object on either side.
class M:
    def __init__(self, v):
        self.v = v
    def __rdivmod__(self, o):
        return ("rdivmod", o, self.v)
    def __divmod__(self, o):
        return ("divmod", self.v, o)
print(divmod(3, M(4)), divmod(M(5), 2), divmod(2.5, M(1)))

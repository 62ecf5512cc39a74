# test: diag
def never_called(x):
    return x + "text" + undefined_here


class NeverUsed:
    def method(self):
        return self.nothing


print("fine")

# test: diag
# What __eq__ and __ne__ give is a bool.


class Text:
    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return self.text


class Number:
    def __eq__(self, other):
        return 1

    def __ne__(self, other):
        return None


print(Text("a") == Text("b"))  #! U0417 7: not supported: `__eq__` of `Text` gives str, not a bool; return bool(...)
print(Number() != Number())  #! U0417 7: not supported: `__ne__` of `Number` gives None, not a bool; return bool(...)
print(3 == Number())  #! U0417 7: not supported: `__eq__` of `Number` gives int, not a bool; return bool(...)

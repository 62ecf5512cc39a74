# test: lang
# Lists and dicts inside tuples that are compared: one holds None or floats as well, the other does not.
class Box:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return self.value == other.value


some = (1, ["a", None])
plain = (1, ["a"])
print(some == plain, some != plain, some == some, plain == (1, ["a", None][:1]))
numbers = (1, [1, None])
ints = (1, [1])
print(numbers == ints, numbers[1][:1] == ints[1], (1, numbers[1][:1]) == ints, ints < (1, [2]))
mixed = (2, [1.5, 2])
print(mixed == (2, [1, 2]), mixed < (2, [1, 2]), mixed > (2, [1]), (2, [1.0, 2.0]) == (2, [1, 2]))
nested = ((1, [2, None]), {"k": [None, 3]})
print(nested == ((1, [2]), {"k": [3]}), nested != ((1, [2, None]), {"k": [None, 3]}))
print(("a", Box(1)) == ("a", Box(1)), ("a", Box("x")) == ("b", Box("x")))
print([0 for row in [(-128, ["a", None]), (1000, ["b"])] if row != (1000, ["b"])])
print((1, [1]) in [(1, [1, None]), (1, [1])], [(1, [None])].count((1, [2])), max((1, [2]), (1, [2, 5])))

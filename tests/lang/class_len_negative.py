# test: lang
# __len__ below 0 is an error, also where it decides truth.
class Size:
    def __init__(self, n):
        self.n = n
    def __len__(self):
        return self.n
class Flag:
    def __init__(self, value):
        self.value = value
    def __bool__(self):
        return self.value
def tries(action):
    try:
        print(action())
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
tries(lambda: len(Size(3)))
tries(lambda: len(Size(-1)))
tries(lambda: "yes" if Size(-1) else "no")
tries(lambda: "yes" if Size(0) else "no")
tries(lambda: not Size(-2))
tries(lambda: bool(Flag(True)))

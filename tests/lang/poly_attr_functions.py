# test: lang
# Functions on objects of unrelated classes with the same attributes (duck typing, one type at a time).


class Duck:
    def __init__(self):
        self.name = "duck"
        self.weight = 3

    def speak(self):
        return "quack"


class Robot:
    def __init__(self):
        self.name = "robot"
        self.weight = 55.5

    def speak(self):
        return "beep"


def introduce(x):
    return f"{x.name} ({x.weight}) says {x.speak()}"


def heavier(a, b):
    return a.name if a.weight > b.weight else b.name


def rename(x, name):
    x.name = name
    return x


print(introduce(Duck()), introduce(Robot()), heavier(Duck(), Robot()), heavier(Robot(), Robot()))
print(introduce(rename(Duck(), "donald")), rename(Robot(), "r2").weight)


def speak_all(xs):
    return [x.speak() for x in xs]


print(speak_all([Duck(), Duck()]), speak_all([Robot()]), speak_all([]))

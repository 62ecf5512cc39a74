# test: diag
class Dog:
    def speak(self):
        return "woof"


class Car:
    def honk(self):
        return "beep"


def choose(n):
    if n:
        return Dog()  #- T0102 16: Dog comes from here
    return Car()  #- T0102 12: Car comes from here


print(choose(1))  #! T0102 7: Dog

# test: diag
class Cat:
    def noise(self):
        return "meow"


class Dog:
    def noise(self):
        return "woof"


for animal in [Cat(), Dog()]:  #! T0102 15: the items of this list are Cat in one place and Dog in another  #- T0102 16: Cat comes from here  #- T0102 23: Dog comes from here
    print(animal.noise())

# test: lang
# Virtual methods, super(), isinstance, overridden __init__.


class Animal:
    sound = "..."

    def __init__(self, name):
        self.name = name

    def speak(self):
        return f"{self.name} says {self.sound}{self.mark()}"

    def mark(self):
        return "."

    def kind(self):
        return "animal"


class Dog(Animal):
    sound = "woof"

    def mark(self):
        return "!"

    def kind(self):
        return "dog<" + super().kind()


class Puppy(Dog):
    def __init__(self, name, age=1):
        super().__init__(name + "y")
        self.age = age

    def mark(self):
        return super().mark() * self.age

    def kind(self):
        return "puppy<" + super().kind()


class Cat(Animal):
    def speak(self):
        return "meow from " + self.name


animals = [Animal("it"), Dog("rex"), Puppy("bit", 3), Cat("tom"), Puppy("dot")]
for a in animals:
    print(a.speak(), a.kind(), isinstance(a, Dog), isinstance(a, (Cat, Puppy)), type(a).__name__, type(a) is Dog)
    if isinstance(a, Puppy):
        print("age", a.age)
print(issubclass(Puppy, Animal), issubclass(Dog, Puppy), Animal.speak(animals[1]), Dog.mark(animals[2]))
speaker = animals[2].speak
animals[2].name = "renamed"
print(speaker(), [x.kind() for x in animals if isinstance(x, Dog)])
for kind in [Animal, Puppy]:
    print(issubclass(kind, Dog), callable(kind), callable(kind.speak), callable(3))

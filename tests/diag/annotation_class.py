# test: diag
class Animal:
    pass


class Dog(Animal):
    pass


class Stone:
    pass


def feed(who: Animal, friends: list["Animal"]) -> None:  #- T0114 15: annotated here
    print(len(friends))


feed(Dog(), [Dog()])
feed(Stone(), [])  #! T0114 1: `who` is annotated as Animal, but is Stone here  #- T0114 6: Stone comes from here

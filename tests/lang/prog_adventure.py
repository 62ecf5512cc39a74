# test: lang
# A text adventure, played from a script of commands.


class GameOver(Exception):
    def __init__(self, message, won=False):
        super().__init__(message)
        self.won = won


class Item:
    def __init__(self, name, description, weight=1, **traits):
        self.name = name
        self.description = description
        self.weight = weight
        self.traits = traits

    def is_a(self, trait):
        return self.traits.get(trait, False)

    def __str__(self):
        article = "an" if self.name[0] in "aeiou" else "a"
        return f"{article} {self.name}"


class Lamp(Item):
    def __init__(self):
        super().__init__("lamp", "A brass lamp.", 2, light=True)
        self.lit = False
        self.oil = 5

    def toggle(self):
        if self.oil <= 0:
            return "The lamp is empty."
        self.lit = not self.lit
        return "The lamp is now on." if self.lit else "The lamp is now off."

    def burn(self):
        if self.lit:
            self.oil -= 1
            if self.oil == 0:
                self.lit = False
                return True
        return False


class Room:
    opposite = {"north": "south", "south": "north", "east": "west", "west": "east", "up": "down", "down": "up"}

    def __init__(self, name, text, dark=False):
        self.name = name
        self.text = text
        self.dark = dark
        self.exits = {}
        self.items = []
        self.visited = False

    def join(self, direction, other, one_way=False):
        self.exits[direction] = other
        if not one_way:
            other.exits[self.opposite[direction]] = self

    def describe(self, light):
        if self.dark and not light:
            return "It is pitch dark."
        lines = [f"== {self.name} =="]
        if not self.visited:
            lines.append(self.text)
            self.visited = True
        if self.items:
            lines.append("You see " + ", ".join(str(i) for i in self.items) + ".")
        lines.append("Exits: " + (", ".join(sorted(self.exits)) or "none"))
        return "\n".join(lines)


class Game:
    def __init__(self):
        self.rooms = self.build()
        self.here = self.rooms["hall"]
        self.bag = []
        self.moves = 0
        self.score = 0
        self.commands = {
            "look": self.do_look,
            "go": self.do_go,
            "take": self.do_take,
            "drop": self.do_drop,
            "inventory": self.do_inventory,
            "light": self.do_light,
            "quit": self.do_quit,
            "open": self.do_open,
        }
        self.aliases = {"l": "look", "i": "inventory", "get": "take", "x": "look"}
        for d in Room.opposite:
            self.aliases[d] = "go " + d
            self.aliases[d[0]] = "go " + d

    def build(self):
        hall = Room("Great Hall", "A vast hall with dusty banners.")
        cellar = Room("Cellar", "Barrels and cobwebs.", dark=True)
        garden = Room("Garden", "Roses grow wild here.")
        tower = Room("Tower", "You can see far and wide.")
        hall.join("down", cellar)
        hall.join("east", garden)
        garden.join("up", tower, one_way=True)
        hall.items += [Lamp(), Item("sword", "Sharp.", 5, weapon=True)]
        cellar.items.append(Item("chest", "A heavy chest.", 50, openable=True))
        garden.items.append(Item("apple", "Red.", food=True))
        return {"hall": hall, "cellar": cellar, "garden": garden, "tower": tower}

    @property
    def light(self):
        return any(isinstance(i, Lamp) and i.lit for i in self.bag + self.here.items)

    def find(self, name, where):
        for item in where:
            if item.name == name:
                return item
        return None

    def do_look(self, noun=None):
        if noun is None:
            self.here.visited = False
            return self.here.describe(self.light)
        item = self.find(noun, self.bag) or self.find(noun, self.here.items)
        return item.description if item else f"There is no {noun} here."

    def do_go(self, noun=None):
        if not noun:
            return "Go where?"
        if noun not in self.here.exits:
            return "You can't go that way."
        self.here = self.here.exits[noun]
        return self.here.describe(self.light)

    def do_take(self, noun=None):
        if noun == "all":
            taken = [i for i in self.here.items if i.weight < 10]
            for i in taken:
                self.here.items.remove(i)
            self.bag.extend(taken)
            return f"Taken: {', '.join(i.name for i in taken)}." if taken else "Nothing to take."
        item = self.find(noun, self.here.items)
        if item is None:
            return f"I see no {noun}."
        if item.weight + sum(i.weight for i in self.bag) > 10:
            return f"The {item.name} is too heavy."
        self.here.items.remove(item)
        self.bag.append(item)
        self.score += 5
        return "Taken."

    def do_drop(self, noun=None):
        item = self.find(noun, self.bag)
        if not item:
            return "You don't have that."
        self.bag.remove(item)
        self.here.items.append(item)
        return "Dropped."

    def do_inventory(self, noun=None):
        if not self.bag:
            return "You are empty-handed."
        return "You carry:\n" + "\n".join(f"  {i.name:<10}{i.weight:>3} kg" for i in self.bag)

    def do_light(self, noun=None):
        lamp = self.find("lamp", self.bag)
        return lamp.toggle() if isinstance(lamp, Lamp) else "You have no lamp."

    def do_open(self, noun=None):
        item = self.find(noun, self.here.items)
        if item is None or not item.is_a("openable"):
            return "You can't open that."
        if not self.light:
            return "You can't see it."
        raise GameOver("The chest is full of gold!", won=True)

    def do_quit(self, noun=None):
        raise GameOver("Bye.")

    def step(self, line):
        words = line.lower().split()
        if not words:
            return "Pardon?"
        words[:1] = self.aliases.get(words[0], words[0]).split()
        verb, *rest = words
        action = self.commands.get(verb)
        if action is None:
            return f"I don't know how to {verb!r}."
        self.moves += 1
        answer = action(rest[-1]) if rest else action()
        for item in self.bag:
            if isinstance(item, Lamp) and item.burn():
                answer += "\nYour lamp goes out."
        return answer

    def play(self, script):
        print(self.here.describe(True))
        try:
            for line in script.strip().splitlines():
                print(f"\n> {line.strip()}")
                print(self.step(line))
        except GameOver as e:
            print(e)
            self.score += 50 * e.won
        finally:
            print(f"[{self.moves} moves, {self.score} points]")


Game().play("""
look
d
take chest
u
take lamp
get sword
take rock

dance wildly
i
light
e
u
d
take all
w
look at lamp
""")
game = Game()
game.play("take lamp\nlight\nd\nl\nopen chest\nnever")
Game().play("quit")
g = Game()
g.play("get all\nlight\nn\nn\nn\nn\nn\nlight\ni\ndrop lamp\ndrop lamp")

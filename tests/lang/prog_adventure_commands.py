# test: lang
"""A text adventure driven by a script of commands."""
from enum import Enum, auto


class State(Enum):
    PLAYING = auto()
    WON = auto()
    LOST = auto()


class Item:
    def __init__(self, name, description, weight=1):
        self.name = name
        self.description = description
        self.weight = weight

    def __repr__(self):
        return f"<Item {self.name!r}>"


class Room:
    def __init__(self, name, description):
        self.name = name
        self.description = description
        self.exits = {}
        self.items = []
        self.locked = None

    def connect(self, direction, other, back=None):
        self.exits[direction] = other
        if back:
            other.exits[back] = self

    def describe(self):
        lines = [f"== {self.name} ==", self.description]
        if self.items:
            lines.append("You see: " + ", ".join(item.name for item in self.items))
        lines.append("Exits: " + ", ".join(sorted(self.exits)))
        return "\n".join(lines)


class Game:
    MAX_WEIGHT = 5

    def __init__(self):
        self.state = State.PLAYING
        self.inventory = []
        self.moves = 0
        self.location = self.build_world()
        self.commands = {
            "go": self.do_go,
            "take": self.do_take,
            "drop": self.do_drop,
            "look": self.do_look,
            "inventory": self.do_inventory,
            "use": self.do_use,
            "quit": self.do_quit,
        }
        self.aliases = {"n": "go north", "s": "go south", "e": "go east", "w": "go west", "i": "inventory", "l": "look"}

    def build_world(self):
        hall = Room("Hall", "A dusty hall.")
        kitchen = Room("Kitchen", "It smells of soup.")
        vault = Room("Vault", "Gold everywhere!")
        cellar = Room("Cellar", "Dark and damp.")
        hall.connect("north", kitchen, back="south")
        hall.connect("down", cellar, back="up")
        kitchen.connect("east", vault, back="west")
        vault.locked = "key"
        cellar.items.append(Item("key", "A rusty key."))
        cellar.items.append(Item("anvil", "Very heavy.", weight=50))
        kitchen.items.extend([Item("knife", "Sharp."), Item("soup", "Hot.", 2)])
        return hall

    def find(self, items, name):
        for item in items:
            if item.name == name:
                return item
        return None

    @property
    def load(self):
        return sum(item.weight for item in self.inventory)

    def do_go(self, direction=None):
        if direction is None:
            return "Go where?"
        target = self.location.exits.get(direction)
        if target is None:
            return "You can't go that way."
        if target.locked is not None:
            if not self.find(self.inventory, target.locked):
                return f"The {target.name.lower()} is locked."
            target.locked = None
            print("(You unlock the door.)")
        self.location = target
        self.moves += 1
        if target.name == "Vault":
            self.state = State.WON
        return target.describe()

    def do_take(self, *names):
        if not names:
            return "Take what?"
        messages = []
        for name in names:
            item = self.find(self.location.items, name)
            if not item:
                messages.append(f"No {name} here.")
            elif self.load + item.weight > self.MAX_WEIGHT:
                messages.append(f"The {name} is too heavy.")
            else:
                self.location.items.remove(item)
                self.inventory.append(item)
                messages.append(f"Taken: {item.description}")
        return "\n".join(messages)

    def do_drop(self, name=""):
        item = self.find(self.inventory, name)
        if item is None:
            return "You don't have that."
        self.inventory.remove(item)
        self.location.items.append(item)
        return "Dropped."

    def do_look(self):
        return self.location.describe()

    def do_inventory(self):
        if not self.inventory:
            return "You carry nothing."
        return "You carry: " + ", ".join(map(str, self.inventory)) + f" ({self.load}/{self.MAX_WEIGHT})"

    def do_use(self, name="", preposition="on", target="nothing"):
        return f"You use the {name} {preposition} {target}. Nothing happens."

    def do_quit(self):
        self.state = State.LOST
        return "Bye."

    def run(self, script):
        print(self.location.describe())
        for line in script:
            line = self.aliases.get(line.strip(), line.strip())
            print("\n>", line)
            verb, *args = line.split()
            handler = self.commands.get(verb)
            try:
                print(handler(*args) if handler else f"I don't know how to {verb}.")
            except TypeError as e:
                print("Hmm:", type(e).__name__)
            if self.state is not State.PLAYING:
                break
        print(f"\nResult: {self.state.name} after {self.moves} moves; state value {self.state.value}")


game = Game()
game.run(["look", "n", "take soup fork", "e", "s", "go down", "take anvil key", "i", "go up", "drop soup", "dance",
          "use knife with bread", "n", "go", "go up", "e", "look"])
Game().run(["quit", "look"])

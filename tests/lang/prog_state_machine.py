# test: lang
# State machines: a vending machine with Enum states, a table-driven traffic light, a regex-like matcher.
from enum import Enum, auto


class State(Enum):
    IDLE = auto()
    PAID = auto()
    VENDING = auto()
    BROKEN = auto()

    @property
    def final(self):
        return self is State.BROKEN


class Transition(Exception):
    pass


class Machine:
    prices = {"cola": 150, "water": 100, "chips": 120}

    def __init__(self, stock):
        self.state = State.IDLE
        self.credit = 0
        self.stock = dict(stock)
        self.history = [self.state]
        self.handlers = {
            (State.IDLE, "coin"): self.insert,
            (State.PAID, "coin"): self.insert,
            (State.PAID, "select"): self.select,
            (State.PAID, "refund"): self.refund,
            (State.VENDING, "take"): self.take,
        }

    def move(self, state):
        self.state = state
        self.history.append(state)

    def insert(self, value):
        amount = int(value)
        if amount not in (10, 20, 50, 100):
            return f"rejected {amount}"
        self.credit += amount
        self.move(State.PAID)
        return f"credit {self.credit}"

    def select(self, name):
        price = self.prices[name]
        if not self.stock.get(name):
            return f"no {name}"
        if self.credit < price:
            return f"{price - self.credit} more"
        self.credit -= price
        self.stock[name] -= 1
        self.move(State.VENDING)
        return f"vending {name}"

    def refund(self, _):
        back, self.credit = self.credit, 0
        self.move(State.IDLE)
        return f"refund {back}"

    def take(self, _):
        self.move(State.PAID if self.credit else State.IDLE)
        return "thanks"

    def event(self, name, argument=""):
        if name == "kick":
            self.move(State.BROKEN)
            return "crash"
        if self.state.final:
            raise Transition(f"{self.state.name} is final")
        try:
            handler = self.handlers[self.state, name]
        except KeyError:
            raise Transition(f"no {name!r} in {self.state.name}") from None
        return handler(argument)


m = Machine({"cola": 1, "water": 0})
for line in """coin 100
coin 7
select cola
coin 50
select water
select cola
select cola
take
select cola
coin 20
refund
select tea
coin 100
select tea
kick
coin 10""".splitlines():
    name, _, argument = line.partition(" ")
    try:
        print(f"{m.state.name:<8} {line:<12} -> {m.event(name, argument)}")
    except Transition as e:
        print(f"{m.state.name:<8} {line:<12} !! {e}")
    except KeyError as e:
        print(f"{m.state.name:<8} {line:<12} ?? unknown {e}")
print([s.name for s in m.history], m.stock, State.BROKEN.value, State(4) is State.BROKEN, list(State)[0])

LIGHTS = {"red": ("green", 3), "green": ("yellow", 2), "yellow": ("red", 1)}


def lights(start):
    colour = start
    while True:
        after, time = LIGHTS[colour]
        for left in range(time, 0, -1):
            yield colour, left
        colour = after


steps = lights("red")
print([next(steps) for _ in range(8)])
steps.close()


def compile_pattern(pattern):
    table, i = [], 0
    while i < len(pattern):
        c = pattern[i]
        star = i + 1 < len(pattern) and pattern[i + 1] == "*"
        table.append((c, star))
        i += 1 + star
    return table


def matches(pattern, text):
    table = compile_pattern(pattern)
    states = {0}

    def closure(states):
        todo = list(states)
        found = set(states)
        while todo:
            s = todo.pop()
            if s < len(table) and table[s][1] and s + 1 not in found:
                found.add(s + 1)
                todo.append(s + 1)
        return found

    states = closure(states)
    for c in text:
        after = set()
        for s in states:
            if s < len(table) and table[s][0] in (".", c):
                after.add(s if table[s][1] else s + 1)
        states = closure(after)
        if not states:
            return False
    return len(table) in states


for pattern, text in [("a*b", "aaab"), ("a*b", "aaa"), (".*", ""), ("a.c", "abc"), ("a*a*c", "aac"), ("x*", "y"), ("", ""), ("ab*", "a")]:
    print(f"{pattern:>6} {text:<5} {matches(pattern, text)}")

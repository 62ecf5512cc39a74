# test: lang
# An event queue with a class hierarchy and callbacks.


class Event:
    def __init__(self, time, name):
        self.time = time
        self.name = name

    def __lt__(self, other):
        return (self.time, self.name) < (other.time, other.name)

    def run(self, sim):
        sim.note(self.time, self.name)


class Repeat(Event):
    def __init__(self, time, name, every, times):
        super().__init__(time, name)
        self.every = every
        self.times = times

    def run(self, sim):
        super().run(sim)
        if self.times > 1:
            sim.add(Repeat(self.time + self.every, self.name, self.every, self.times - 1))


class Call(Event):
    def __init__(self, time, action):
        super().__init__(time, "call")
        self.action = action

    def run(self, sim):
        self.action(self.time)


class Sim:
    def __init__(self):
        self.queue = []
        self.now = 0.0
        self.lines = []

    def add(self, event):
        self.queue.append(event)
        self.queue.sort(reverse=True)

    def note(self, time, text):
        self.lines.append(f"{time:6.2f} {text}")

    def run(self):
        while self.queue:
            event = self.queue.pop()
            self.now = event.time
            event.run(self)
        return len(self.lines)


sim = Sim()
sim.add(Event(3, "three"))
sim.add(Repeat(0.5, "tick", 1.25, 4))
sim.add(Call(2, lambda t: sim.note(t, "called")))
sim.add(Event(0, "start"))
print(sim.run(), sim.now)
for line in sim.lines:
    print(line)

# test: example 60
"""A simulation of a bank's counters by events in a heap: customers come, wait, are served, or lose patience.

    python3.11 examples/event_simulation.py [minutes] [counters]
"""

import heapq
import itertools
import math
import sys
from collections import deque
from dataclasses import dataclass, field
from typing import Callable


class Randomness:
    """A linear congruential generator: the same numbers everywhere."""

    def __init__(self, seed):
        self.state = seed

    def uniform(self):
        self.state = (self.state * 1_103_515_245 + 12_345) % 2**31
        return self.state / 2**31

    def exponential(self, mean):
        return -mean * math.log(1.0 - self.uniform())

    def choice(self, items):
        return items[int(self.uniform() * len(items))]


@dataclass(order=True)
class Event:
    time: float
    number: int
    action: Callable = field(compare=False)
    is_cancelled: bool = field(default=False, compare=False)


class Simulation:
    def __init__(self):
        self.now = 0.0
        self.handled = 0
        self._events = []
        self._numbers = itertools.count(1)

    def after(self, delay, action):
        event = Event(self.now + delay, next(self._numbers), action)
        heapq.heappush(self._events, event)
        return event

    def start(self, process):
        """Runs a generator: each number that it yields is a time to wait."""

        def resume():
            try:
                self.after(next(process), resume)
            except StopIteration:
                pass

        resume()

    def run(self, until=math.inf):
        while self._events and self._events[0].time <= until:
            event = heapq.heappop(self._events)
            if event.is_cancelled:
                continue
            self.now = event.time
            self.handled += 1
            event.action()
        self.now = max(self.now, until) if until < math.inf else self.now


class Customer:
    names = itertools.cycle(["Ada", "Ben", "Cleo", "Dan", "Eve", "Fay"])
    count = 0

    def __init__(self, arrival, errand):
        Customer.count += 1
        self.number = Customer.count
        self.name = f"{next(self.names)}-{self.number}"
        self.arrival = arrival
        self.errand = errand
        self.giving_up = None

    def __repr__(self):
        return f"{self.name}({self.errand})"


ERRANDS = {"deposit": 2.0, "withdrawal": 1.5, "loan": 9.0, "question": 1.0}


class Statistics:
    def __init__(self):
        self.count = 0
        self.mean = 0.0
        self._squares = 0.0
        self.highest = -math.inf

    def add(self, value):
        self.count += 1
        delta = value - self.mean
        self.mean += delta / self.count
        self._squares += delta * (value - self.mean)
        self.highest = max(self.highest, value)

    @property
    def deviation(self):
        return math.sqrt(self._squares / (self.count - 1)) if self.count > 1 else 0.0

    def __str__(self):
        if not self.count:
            return "none"
        return f"{self.count} times, {self.mean:.2f} ± {self.deviation:.2f}, at most {self.highest:.2f}"


class Bank:
    def __init__(self, simulation, random, counters=2, patience=6.0, verbose=True):
        self.simulation = simulation
        self.random = random
        self.free = list(range(counters, 0, -1))
        self.patience = patience
        self.queue = deque()
        self.waiting = Statistics()
        self.by_errand = {errand: Statistics() for errand in ERRANDS}
        self.lost = []
        self.verbose = verbose

    def log(self, text):
        if self.verbose and self.simulation.handled <= 40:
            print(f"{self.simulation.now:7.2f}  {text}")

    def customers(self, mean_gap):
        while True:
            yield self.random.exponential(mean_gap)
            self.arrive(Customer(self.simulation.now, self.random.choice(list(ERRANDS))))

    def arrive(self, customer):
        self.log(f"{customer!r} comes, {len(self.queue)} wait")
        self.queue.append(customer)
        if self.free:
            self.serve_next()
        else:
            customer.giving_up = self.simulation.after(self.patience, lambda: self.give_up(customer))

    def give_up(self, customer):
        self.queue.remove(customer)
        self.lost.append(customer)
        self.log(f"{customer!r} goes away")

    def serve_next(self):
        customer = self.queue.popleft()
        if customer.giving_up is not None:
            customer.giving_up.is_cancelled = True
        self.waiting.add(self.simulation.now - customer.arrival)
        self.simulation.start(self.service(customer, self.free.pop()))

    def service(self, customer, counter):
        self.log(f"{customer!r} is served at counter {counter}")
        time = self.random.exponential(ERRANDS[customer.errand])
        self.by_errand[customer.errand].add(time)
        yield time
        self.log(f"{customer!r} leaves counter {counter}")
        self.free.append(counter)
        if self.queue:
            self.serve_next()


def main():
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 480.0
    counters = int(sys.argv[2]) if len(sys.argv) > 2 else 2
    simulation = Simulation()
    bank = Bank(simulation, Randomness(2024), counters)
    simulation.start(bank.customers(1.6))
    simulation.run(until=minutes)
    print(f"\nafter {simulation.now:g} minutes and {simulation.handled} events:")
    print(f"{Customer.count} customers came, {len(bank.queue)} wait, {len(bank.lost)} went away")
    print(f"waiting: {bank.waiting}")
    for errand, statistics in sorted(bank.by_errand.items(), key=lambda item: -item[1].mean):
        print(f"  {errand:<11} {statistics}")
    longest = max(bank.lost, key=lambda customer: len(customer.name), default=None)
    print(f"lost: {', '.join(map(repr, bank.lost)) or 'nobody'}; the longest name is {longest}")


if __name__ == "__main__":
    main()

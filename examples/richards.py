# test: example 2
"""Richards: the kernel of a small operating system.

An idle task, a worker, two message handlers and two devices exchange packets under a priority scheduler. How often
packets were queued and tasks held is known, so each run checks itself.

    python3.11 examples/richards.py [runs]
"""

import sys

IDLE = 0
WORKER = 1
HANDLER_A = 2
HANDLER_B = 3
DEVICE_A = 4
DEVICE_B = 5
TASKS = 6

DEVICE_PACKET = 0
WORK_PACKET = 1

PACKET_SIZE = 4
IDLE_ROUNDS = 10000
EXPECTED_QUEUED = 23246
EXPECTED_HELD = 9297


class Packet:
    def __init__(self, link, owner, kind):
        self.link = link
        self.owner = owner  # the task it goes to; while under way, the task it came from
        self.kind = kind
        self.used = 0
        self.data = [0] * PACKET_SIZE


def append(packet, queue):
    """The queue with the packet at its end."""
    packet.link = None
    if queue is None:
        return packet
    last = queue
    while last.link is not None:
        last = last.link
    last.link = packet
    return queue


class Task:
    def __init__(self, scheduler, ident, priority, queue):
        self.scheduler = scheduler
        self.ident = ident
        self.priority = priority
        self.queue = queue
        self.has_packet = queue is not None
        self.is_waiting = True
        self.is_held = False
        self.link = scheduler.tasks
        scheduler.tasks = self
        scheduler.table[ident] = self

    def can_run(self):
        return not self.is_held and (self.has_packet or not self.is_waiting)

    def run(self):
        """Does one step with the first packet it waits for; gives the task to look at next."""
        packet = None
        if self.is_waiting and self.has_packet:
            packet = self.queue
            self.queue = packet.link
            self.is_waiting = False
            self.has_packet = self.queue is not None
        return self.step(packet)

    def step(self, packet):
        return self.scheduler.wait()

    def receive(self, packet, sender):
        """Takes a packet; the more important of receiver and sender goes on."""
        if self.queue is None:
            self.queue = packet
            self.has_packet = True
            if self.priority > sender.priority:
                return self
        else:
            append(packet, self.queue)
        return sender


class Idle(Task):
    def __init__(self, scheduler, ident, priority, queue):
        super().__init__(scheduler, ident, priority, queue)
        self.is_waiting = False
        self.control = 1
        self.rounds = IDLE_ROUNDS

    def step(self, packet):
        self.rounds -= 1
        if self.rounds == 0:
            return self.scheduler.hold()
        if self.control & 1 == 0:
            self.control >>= 1
            return self.scheduler.release(DEVICE_A)
        self.control = self.control >> 1 ^ 0xD008
        return self.scheduler.release(DEVICE_B)


class Worker(Task):
    def __init__(self, scheduler, ident, priority, queue):
        super().__init__(scheduler, ident, priority, queue)
        self.destination = HANDLER_A
        self.letter = 0

    def step(self, packet):
        if packet is None:
            return self.scheduler.wait()
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        packet.owner = self.destination
        packet.used = 0
        for i in range(PACKET_SIZE):
            self.letter += 1
            if self.letter > 26:
                self.letter = 1
            packet.data[i] = 64 + self.letter
        return self.scheduler.send(packet)


class Handler(Task):
    def __init__(self, scheduler, ident, priority, queue):
        super().__init__(scheduler, ident, priority, queue)
        self.work = None
        self.devices = None

    def step(self, packet):
        if packet is not None:
            if packet.kind == WORK_PACKET:
                self.work = append(packet, self.work)
            else:
                self.devices = append(packet, self.devices)
        work = self.work
        if work is not None:
            used = work.used
            if used >= PACKET_SIZE:
                self.work = work.link
                return self.scheduler.send(work)
            device = self.devices
            if device is not None:
                self.devices = device.link
                device.used = work.data[used]
                work.used = used + 1
                return self.scheduler.send(device)
        return self.scheduler.wait()


class Device(Task):
    def __init__(self, scheduler, ident, priority, queue):
        super().__init__(scheduler, ident, priority, queue)
        self.pending = None

    def step(self, packet):
        if packet is not None:
            self.pending = packet
            return self.scheduler.hold()
        pending = self.pending
        if pending is None:
            return self.scheduler.wait()
        self.pending = None
        return self.scheduler.send(pending)


class Scheduler:
    def __init__(self):
        self.tasks = None
        self.table = [None] * TASKS
        self.current = None
        self.queued = 0
        self.held = 0

    def run(self):
        task = self.tasks
        while task is not None:
            if task.can_run():
                self.current = task
                task = task.run()
            else:
                task = task.link

    def wait(self):
        self.current.is_waiting = True
        return self.current

    def hold(self):
        self.held += 1
        self.current.is_held = True
        return self.current.link

    def release(self, ident):
        task = self.table[ident]
        task.is_held = False
        return task if task.priority > self.current.priority else self.current

    def send(self, packet):
        task = self.table[packet.owner]
        self.queued += 1
        packet.link = None
        packet.owner = self.current.ident
        return task.receive(packet, self.current)


def packets(count, owner, kind):
    queue = None
    for _ in range(count):
        queue = Packet(queue, owner, kind)
    return queue


def simulate():
    scheduler = Scheduler()
    Idle(scheduler, IDLE, 0, None)
    Worker(scheduler, WORKER, 1000, packets(2, WORKER, WORK_PACKET))
    Handler(scheduler, HANDLER_A, 2000, packets(3, DEVICE_A, DEVICE_PACKET))
    Handler(scheduler, HANDLER_B, 3000, packets(3, DEVICE_B, DEVICE_PACKET))
    Device(scheduler, DEVICE_A, 4000, None)
    Device(scheduler, DEVICE_B, 5000, None)
    scheduler.run()
    return scheduler


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    correct = 0
    for _ in range(runs):
        scheduler = simulate()
        if scheduler.queued == EXPECTED_QUEUED and scheduler.held == EXPECTED_HELD:
            correct += 1
        else:
            print(f"wrong: {scheduler.queued} queued, {scheduler.held} held")
    print(f"{correct} of {runs} runs: {EXPECTED_QUEUED} packets queued, {EXPECTED_HELD} tasks held")


if __name__ == "__main__":
    main()

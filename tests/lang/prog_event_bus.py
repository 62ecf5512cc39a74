# test: lang
from collections import defaultdict
from functools import wraps


class EventBus:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
            cls._instance.handlers = defaultdict(list)
            cls._instance.log = []
        return cls._instance

    def on(self, name, priority=0):
        def decorator(f):
            self.handlers[name].append((priority, f))
            self.handlers[name].sort(key=lambda pair: -pair[0])
            return f
        return decorator

    def off(self, name, f):
        self.handlers[name] = [(p, h) for p, h in self.handlers[name] if h is not f]

    def emit(self, event, **data):
        self.log.append(event)
        results = []
        for _, handler in self.handlers[event]:
            try:
                result = handler(**data)
            except Exception as e:
                results.append(f"{type(e).__name__}: {e}")
            else:
                if result is not None:
                    results.append(result)
        return results


bus = EventBus()


@bus.on("greet")
def hello(name, times=1):
    return f"Hello {name}" + "!" * times


@bus.on("greet", priority=10)
def log_greeting(name, times):
    return f"[greeting {name} x{times}]"


@bus.on("greet", priority=-1)
def fail(name, times):
    if times > 2:
        raise ValueError(f"too often: {times}")


print(bus.emit("greet", name="Ann", times=1))
print(bus.emit("greet", name="Bob", times=3))
bus.off("greet", log_greeting)
print(bus.emit("greet", name="Cat", times=2), bus.emit("nothing", name="", times=0), EventBus() is bus, bus.log)


def logged(prefix="call"):
    def decorate(f):
        @wraps(f)
        def wrapper(*args, **kwargs):
            shown = ", ".join([repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()])
            result = f(*args, **kwargs)
            print(f"{prefix}: {f.__name__}({shown}) -> {result!r}")
            return result
        return wrapper
    return decorate


@logged()
def add(a, b=10):
    return a + b


@logged("trace")
def shout(text, *, mark="!"):
    return text.upper() + mark


add(1, 2)
add(5)
add(1, b=7)
shout("hi", mark="?")
print(add.__name__, shout.__name__)


class Observable:
    def __init__(self):
        self._observers = []

    def attach(self, observer):
        self._observers.append(observer)
        return self

    def notify(self, what, value):
        for o in self._observers:
            o(self, what, value)


class Thermometer(Observable):
    def __init__(self, celsius=20.0):
        super().__init__()
        self._celsius = celsius

    @property
    def celsius(self):
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError("below absolute zero")
        old, self._celsius = self._celsius, value
        if old != value:
            self.notify("celsius", value)

    @property
    def fahrenheit(self):
        return self._celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, f):
        self.celsius = (f - 32) * 5 / 9


class Alarm:
    def __init__(self, limit):
        self.limit = limit
        self.raised = 0

    def check(self, source, what, value):
        if value > self.limit:
            self.raised += 1
            print(f"alarm: {what}={value:.1f} > {self.limit}")


history = []
t = Thermometer()
alarm = Alarm(30)
t.attach(alarm.check).attach(lambda src, what, v: history.append(round(v, 1)))
t.celsius = 25
t.celsius = 25
t.fahrenheit = 100
t.celsius += 10
print(history, alarm.raised, f"{t.fahrenheit:.1f}")
try:
    t.celsius = -300
except ValueError as e:
    print("refused:", e, t.celsius > 40)

menu = {"a": ("Add", lambda x, y: x + y), "s": ("Subtract", lambda x, y: x - y), "m": ("Multiply", lambda x, y: x * y)}
for key, (title, action) in sorted(menu.items()):
    print(f"{key}) {title}: {action(7, 3)}")
undo = []


def do(action, inverse):
    action()
    undo.append(inverse)


items = []
do(lambda: items.append(1), items.pop)
do(lambda: items.append(2), items.pop)
do(lambda: items.insert(0, 9), lambda: items.pop(0))
print(items)
while undo:
    undo.pop()()
    print(items, end=" ")
print()
callbacks = [lambda n=n: n * n for n in range(4)]
late = [lambda: n for n in range(3)]
print([f() for f in callbacks], [f() for f in late])

# test: lang
"""field(default=False), also None and 0, is a default like any other."""

from dataclasses import dataclass, field
from typing import Callable, Optional


@dataclass(order=True)
class Event:
    time: float
    action: Callable = field(compare=False)
    done: bool = field(default=False, compare=False)
    level: int = field(default=0, repr=False)
    name: Optional[str] = field(default=None, kw_only=True, compare=False)
    hidden: bool = field(default=False, init=False)


first, second = Event(1.0, len), Event(2.0, len, True, 3, name="x")
print(first.done, first.level, first.name, first.hidden, second.done, second.level, second.name)
print(first < second, Event.done, Event.level, Event.name, second.action("abc"))

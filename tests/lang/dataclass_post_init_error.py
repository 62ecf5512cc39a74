# test: lang
# standalone:
# The traceback through the generated __init__.
from dataclasses import dataclass


@dataclass
class Positive:
    a: int
    n: int

    def __post_init__(self):
        if self.n < 0:
            raise ValueError("negative")


print(Positive(1, 2))
Positive(1, -2)

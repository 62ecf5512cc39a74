# test: lang
# unique refuses aliases.
from enum import Enum, unique


try:
    @unique
    class Dup(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
@unique
class Ok(Enum):
    A = "a"
    B = "b"
print(Ok("a"), Ok.B.value, [o.value for o in Ok])

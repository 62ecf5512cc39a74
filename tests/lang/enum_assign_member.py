# test: lang
# The name and value of enum members cannot be assigned.
from enum import Enum
class C(Enum):
    RED = 1
    BLUE = 2
try:
    C.RED.value = 3
except AttributeError as e:
    print("AE", e)
try:
    C.RED.name = "x"
except AttributeError as e:
    print("AE", e)
print(C.RED.value)

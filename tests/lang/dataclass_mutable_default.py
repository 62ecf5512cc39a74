# test: lang
# A list as a default would be shared by all objects: refused when the class is made.
from dataclasses import dataclass

try:

    @dataclass
    class Basket:
        owner: str
        items: list = []

except ValueError as e:
    print("ValueError", e)
print("done")

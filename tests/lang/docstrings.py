# test: lang
"""This is no docstring of the module: a comment may stand before it,
so it is one after all."""
from enum import Enum


class Plain:
    """A class\twith a docstring."""

    def method(self):
        """not shown"""
        return __doc__.split()[0]


class Silent(Plain):
    pass


class Joined(Plain):
    "one " "text"
    limit = 3


class Assigned:
    __doc__ = "assigned"


class Kind(Enum):
    """Kinds."""
    A = 1


class Fault(Exception):
    pass


class Formatted:
    f"no docstring {1}"


print(__doc__)
print(Plain.__doc__, Silent.__doc__, Joined.__doc__, Assigned.__doc__, Kind.__doc__, Fault.__doc__, Formatted.__doc__)
print(Plain().__doc__, Silent().__doc__, Joined().__doc__, Plain().method(), Kind.A.name, list(Kind))
for made in (Plain(), Silent(), Joined()):
    print(made.__doc__, type(made).__name__)

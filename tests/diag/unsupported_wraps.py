# test: diag
# Attributes of functions that are not there; a wrapper that captures nothing has no place for a name.
from functools import wraps


def hello():
    "says hello"


@wraps(hello)
def wrapper():
    pass


print(hello.__name__, hello.__qualname__)
print(hello.__doc__, hello.__kwdefaults__)  #! U0413 22: not supported: the attribute `__kwdefaults__` of a function
print(wrapper.__doc__)  #! U0413 7: not supported: the docstring of a function that functools.wraps has renamed
print(wrapper.__name__)  #! U0413 7: not supported: the name of a function that functools.wraps has renamed
print("".join.__doc__)  #! U0413 7: not supported: the attribute `__doc__` of a method of an object
print(wraps.__doc__)  #! U0413 7: not supported: the attribute `__doc__` of a function

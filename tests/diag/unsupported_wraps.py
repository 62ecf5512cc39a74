# test: diag
from functools import wraps


def logged(f):
    @wraps(f)
    def wrapper(*args):
        return f(*args)

    return wrapper


@logged
def add(a, b):
    return a + b


print(add(1, 2), wraps.__name__)
print(add.__name__)  #! U0413 7: not supported: the name of a function that functools.wraps has renamed

# test: lang
# from m import *, __all__, underscored names.

from import_star_a import *
from import_star_b import *

print(shown, both, listed())


def local():
    return both


both = "overwritten here"
print(local())

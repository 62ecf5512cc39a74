# The class `tuple` as a value; the methods of tuples are written by the compiler, for each length.
from weft.lowlevel import primitive


@primitive("tuple")
class tuple:
    pass

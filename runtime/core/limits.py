# Constants of numbers. A module without imports: its variables are bound before any module of the cycles reads them.
TAG_NONE = 0
TAG_BOOL = 1
TAG_INT = 2
TAG_FLOAT = 3
MIN_INT = -9223372036854775808
EXACT = 9007199254740992  # integers up to 2**53 are exact floats
TWO63 = 9223372036854775808.0
INFINITY = 1e999

# test: diag
# Words have no subclasses, and no place for None or other values beside them.
from weft import i64, u64


class Hash(u64):  #! U0301 1: not supported: a class derived from `u64`, whose objects are bits alone
    pass


print(Hash())
print(u64(1) + i64(2))  #! T0103 7: unsupported operand types for +: `u64` and `i64`
print(u64(1) + 2.5)  #! T0103 7: unsupported operand types for +: `u64` and `float`
print(u64(1) / 2)  #! T0103 7: unsupported operand types for /: `u64` and `int`
print(18446744073709551615 + 1)  #! T0401 7: the integer literal 18446744073709551615 does not fit in 64 bits

# test: diag
from weft import u64

x = u64(1) if __name__ else None  #! T0102 5: `x` is None on one path and u64 on another #- T0102 5: u64 comes from here
print(x)

# test: diag  #! T0103 module_helper.py:5:12: unsupported operand types for +: `int` and `str`
import module_helper

print(module_helper.shout(5))

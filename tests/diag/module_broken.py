# test: diag  #! P0001 module_broken_helper.py:1:5: invalid syntax
import module_broken_helper

print(module_broken_helper.x)

# test: diag  #! M0110 name_import_cycle_helper.py:2:31: cannot import name 'nothing' from 'name_import_cycle'
import name_import_cycle_helper

value = 1
print(name_import_cycle_helper.missing)

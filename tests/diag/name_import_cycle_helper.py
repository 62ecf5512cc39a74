# A helper of name_import_cycle.py.
from name_import_cycle import nothing

print(nothing)

# test: diag
from module_helper import valeu  #! M0110 27: cannot import name 'valeu' from 'module_helper'  #? M0110 did you mean `value`?

print(valeu)

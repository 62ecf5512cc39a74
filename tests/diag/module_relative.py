# test: diag
from . import helper  #! M0004 1: attempted relative import with no known parent package

print(helper)

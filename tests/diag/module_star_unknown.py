# test: diag
from nowhere import *  #! M0001 1: no module named `nowhere`

print(thing)

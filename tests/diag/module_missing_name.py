# test: diag
from math import sqroot  #! M0110 18: cannot import name 'sqroot' from 'math'  #? M0110 did you mean `sqrt`?

print(sqroot(2))

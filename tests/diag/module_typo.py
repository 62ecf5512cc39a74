# test: diag
import maht  #! M0001 1: no module named `maht`  #? M0001 did you mean `math`?

print(maht.sqrt(2))

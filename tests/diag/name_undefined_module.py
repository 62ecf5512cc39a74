# test: diag
count = 1
print(cuont)  #! N0101 7: name `cuont` is never bound  #? N0101 did you mean `count`?
unrelated_zzz  #! N0101 1: name `unrelated_zzz` is never bound

# test: diag
# coding: klingon  #! P0005 11: the encoding `klingon` is not supported
print(1)

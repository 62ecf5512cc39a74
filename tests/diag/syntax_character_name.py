# test: diag
x = "\N{CUNEIFORM SIGN A}"  #! P0006 5: the character name `CUNEIFORM SIGN A` is not known: few \N{…} escapes are supported
print(x)

# test: diag
small = 9223372036854775807
large = 9223372036854775808  #! T0401 9: the integer literal 9223372036854775808 does not fit in 64 bits
hexadecimal = 0xFFFFFFFFFFFFFFFFFF  #! T0401 15: the integer literal 4722366482869645213695 does not fit in 64 bits
print(small, large, hexadecimal)

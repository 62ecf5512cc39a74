# test: lang
# standalone:
# weft-status: 1
# weft-stderr: OverflowError: integer result
n = 62
print(2**n)
print(2 ** (n + 1))

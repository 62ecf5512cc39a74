# test: lang
# standalone:
# weft-status: 1
# weft-stderr: OverflowError: integer result
xs = [2**62, 2**62 - 1]
print(sum(xs))
print(sum(xs + [1]))

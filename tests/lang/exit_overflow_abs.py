# test: lang
# standalone:
# weft-status: 1
# weft-stderr: OverflowError: integer result
xs = [-9223372036854775808]
print(abs(xs[0] + 1))
print(abs(xs[0]))

# test: lang
# standalone:
# weft-status: 1
# weft-stderr: OverflowError: integer result
low = -9223372036854775808
minus = -1
print(low % minus)
try:
    print(low // minus)
except ArithmeticError:
    print("caught")

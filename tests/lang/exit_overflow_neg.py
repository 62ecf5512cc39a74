# test: lang
# standalone:
# weft-status: 1
# weft-stderr: OverflowError: integer result
low = -9223372036854775807 - 1
print(-(low + 1))
try:
    print(-low)
except OverflowError:
    print("caught")

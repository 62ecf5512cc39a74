# test: lang
# standalone:
# weft-status: 1
# weft-stderr: OverflowError: integer result
print(int("9223372036854775807"), int("-9223372036854775808"))
try:
    print(int("9223372036854775808"))
except ValueError:
    print("caught")

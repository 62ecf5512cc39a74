# test: lang
# standalone:
# weft-status: 1
# weft-stderr: OverflowError: integer result does not fit in 64 bits
# A result beyond 64 bits ends the program; no handler sees it.

x = 9223372036854775807
try:
    print(x + 1)
except:
    print("caught")
finally:
    print("finally")

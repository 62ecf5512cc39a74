# test: lang
# standalone:
# weft-status: 1
# weft-stderr: OverflowError: integer result
n = 62
print(1 << n)
try:
    print(1 << (n + 1))
except Exception:
    print("caught")

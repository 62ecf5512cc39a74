# test: lang
# standalone:
# weft-status: 1
# weft-stderr: OverflowError: integer result
print(int(9.2e18))
try:
    print(int(1e19))
except Exception:
    print("caught")

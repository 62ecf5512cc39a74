# test: lang
# standalone
# weft-status: 1
# weft-stderr: OverflowError
x = 1
try:
    for i in range(100):
        x = x * 3
    print("not reached by Weft")
except Exception:
    print("no handler may see it")

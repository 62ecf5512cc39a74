# test: lang
# standalone:
# weft-status: 1
# weft-stderr: in power
# The traceback of an overflow names the function.


def power(n):
    r = 1
    for _ in range(n):
        r *= 10
    return r


try:
    print(power(15))
    print(power(25))
except Exception as e:
    print("caught", e)

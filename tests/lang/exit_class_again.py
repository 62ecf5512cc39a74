# test: lang
# standalone:
# weft-status: 1
# weft-stderr: not supported: running the class statement of K again
def make(n):
    class K:
        v = n
    return K


ks = [make(i) for i in range(3)]
print([k.v for k in ks])

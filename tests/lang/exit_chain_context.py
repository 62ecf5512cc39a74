# test: lang
# standalone:
# An implicit context prints both tracebacks.


def lookup(d, k):
    try:
        return d[k]
    except KeyError:
        return fallback(d, len(k))


def fallback(d, n):
    return list(d.values())[n]


print(lookup({"a": 1}, "a"))
print(lookup({"a": 1}, "bb"))

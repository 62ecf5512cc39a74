# test: diag
# Containers whose items the library function does not take.
def joined(xs):
    return ",".join(xs)  #! T0105 12: argument `parts` of join() must be list[str], not list[str | None]


print(joined(["a", None]))

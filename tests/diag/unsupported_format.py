# test: diag
class A:
    pass


print(f"{A():>10}")  #! U0403 7: not supported: a format specification for `A`; use str() first
print(f"{[1]:>10}")  #! U0403 7: not supported: a format specification for `list[int]`; use str() first

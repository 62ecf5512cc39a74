# test: diag
print(hasattr([1], "append"))
print(hasattr([1], "weight"))  #! U0306 7: not supported: whether list[int] has an attribute `weight`, because only classes of the program without `__getattr__` are known
print(getattr(3, "weight", 0))  #! U0306 7: not supported: whether int has an attribute `weight`, because only classes of the program without `__getattr__` are known

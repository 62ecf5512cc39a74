# test: diag
class Config:
    size = 1


print(Config.sise)  #! T0301 7: class `Config` has no attribute `sise`  #? T0301 did you mean `size`?

# test: diag
def total(values):
    result = 0
    for v in values:
        result += v
    return resutl  #! N0101 12: name `resutl` is never bound  #? N0101 did you mean `result`?


print(total([1, 2]))

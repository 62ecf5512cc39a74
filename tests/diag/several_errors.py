# test: diag
def area(w, h):
    return w * h


print(area(1))  #! T0204 7: is missing the argument `h`
print(undefined_thing)  #! N0101 7: name `undefined_thing`
xs = [1]
xs.push(2)  #! T0301 1: `list` has no attribute `push`
print(eval("1"))  #! U0104 7: not supported: running source text

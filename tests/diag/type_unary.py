# test: diag
text = "a"
print(-text)  #! T0104 7: `str` has no __neg__

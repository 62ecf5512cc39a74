# test: diag
print(tuple([1,2]))  #! U0407 7: not supported: tuple() of list[int], because its length is not known; use list()

# test: diag
print(__file__)  #! U0110 7: not supported: attributes of the running module, because a compiled program has no module files; instead use a constant of your own
print(__spec__)  #! U0110 7: not supported: attributes of the running module, because a compiled program has no module files; instead use a constant of your own

# test: diag
f = isinstance  #! U0109 5: not supported: `isinstance` here, because it has to be called with two arguments
g = eval  #! U0109 5: not supported: `eval` here, because there is no compiler at run time
h = vars  #! U0109 5: not supported: `vars` here, because variables are in no dict
print(f, g, h)
exit()  #! U0109 1: not supported: `exit` here, because it is for interactive use; see sys

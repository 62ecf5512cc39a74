# test: diag
try:  #! U0106 1: not supported: `except*`
    print(1)
except* ValueError:
    print(2)

# test: diag
def f():
    break  #! P0001 5: 'break' outside loop


f()

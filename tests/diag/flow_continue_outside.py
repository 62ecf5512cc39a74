# test: diag
for x in [1]:
    def f():
        continue  #! P0001 9: 'continue' not properly in loop
    f()

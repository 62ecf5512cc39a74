# test: diag
def f(x):
    global x  #! P0001 5: name 'x' is parameter and global
    x = 1


f(1)

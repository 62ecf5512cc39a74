# test: diag
class A:
    x = 1
    del x  #! U0112 9: not supported: `del` of a name in a class body, because a class's attributes are known statically; instead leave the name out, or let it start with an underscore


print(A())

# test: diag
class A:
    x = 1
    if x:
        del x  #! U0112 13: not supported: `del` of a name under a condition in a class body, because a class's attributes are known statically; instead leave the name out, or let it start with an underscore


class B:
    x = 1  #! U0112 5: not supported: binding a name in a class body after its `del`, because a class's attributes are known statically; instead use another name
    del x
    x = 2


print(A(), B())

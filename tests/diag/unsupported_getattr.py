# test: diag
class A:
    def __init__(self):
        self.x = 1


name = input()
print(getattr(A(), name))  #! U0109 7: not supported: `getattr` here, because attributes are known statically

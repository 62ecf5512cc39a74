# test: diag
class Account:
    def __init__(self):
        self.owner = None

    def open(self, owner):
        self.owner = owner


a = Account()
a.open("Ann")
b = Account()
b.open(3)
print(a.owner, b.owner)

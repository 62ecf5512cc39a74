# test: diag
class Account:
    def __init__(self, balance):
        self.balance = balance

    def deposit(self, amount):
        self.balance += amount


a = Account(1)
print(a.balence)  #! T0301 7: `Account` has no attribute `balence`: nothing ever sets it  #? T0301 did you mean `balance`?
a.deposite(5)  #! T0301 1: `Account` has no attribute `deposite`: nothing ever sets it  #? T0301 did you mean `deposit`?

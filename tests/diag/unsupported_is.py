# test: diag
x = 1000
print(x is 1000)  #! T0106 7: `is` between int and int
s = "a"
print(s is "a")  #! T0106 7: `is` between str and str

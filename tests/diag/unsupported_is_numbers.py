# test: diag
a = 3
b = (1, 2)
if a is 3:  #! T0106 4: `is` between int and int asks about object identity, which numbers do not have; use ==
    print("three")
if b is (1, 2):  #! T0106 4: `is` between tuple[int, int] and tuple[int, int] asks about object identity, which strings and tuples do not have; use ==
    print("pair")
if "x" is "y" or a is None:  #! T0106 4: `is` between str and str asks about object identity, which strings and tuples do not have; use ==
    print("never")

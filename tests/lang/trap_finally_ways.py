# test: lang
# finally with return, break and continue; the exception variable is unbound afterwards; for ... else.
def a():
    try:
        return "try"
    finally:
        print("finally")
def b():
    try:
        raise ValueError
    finally:
        return "swallowed"
def c():
    for i in range(3):
        try:
            continue
        finally:
            print("c", i)
    for i in range(3):
        try:
            1 // 0
        finally:
            break
    return i
def d():
    x = 1
    try:
        return x
    finally:
        x = 2
print(a(), b(), c(), d())
e = 5
def unbound():
    try:
        raise KeyError("k")
    except KeyError as e:
        print(e, repr(e), e.args)
    try:
        print(e)
    except UnboundLocalError as error:
        print(error)
unbound()
for i in range(2):
    pass
else:
    print("no break")
while True:
    break
else:
    print("never")

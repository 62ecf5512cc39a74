# test: lang
# try / except / else / finally in every combination.


def run(n):
    out = []
    try:
        out.append("try")
        if n == 1:
            raise ValueError("one")
        if n == 2:
            raise KeyError("two")
        if n == 3:
            out.append(str(1 // (n - 3)))
        if n == 4:
            return out
    except ValueError as e:
        out.append("value " + str(e))
    except (KeyError, IndexError) as e:
        out.append("key " + str(e))
    except ZeroDivisionError:
        out.append("zero")
    else:
        out.append("else")
    finally:
        out.append("finally")
    return out


for n in range(5):
    print(n, run(n))


def nested(n):
    try:
        try:
            if n == 0:
                raise IndexError("inner")
            if n == 1:
                raise TypeError("outer")
        except IndexError as e:
            print("inner:", e)
            if n == 0:
                raise RuntimeError("again")
        else:
            print("no error")
        finally:
            print("inner finally")
    except (RuntimeError, TypeError) as e:
        print("outer:", type(e).__name__, e)
    finally:
        print("outer finally")


for n in range(3):
    nested(n)
try:
    pass
finally:
    print("only finally")
try:
    [].pop()
except:
    print("bare")

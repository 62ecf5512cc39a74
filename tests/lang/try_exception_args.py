# test: lang
# args, str and repr of exceptions with no, one and several arguments.

for e in (ValueError(), ValueError("a"), ValueError("a", 2), ValueError(("t",)), KeyError("k"), KeyError(), KeyError("a", "b")):
    print(str(e), repr(e), e.args, type(e).__name__)
print(repr(Exception("it's")), repr(Exception('"')), str(Exception(5)), repr(Exception(1.5, None)), str(KeyError(3)))
print(isinstance(KeyError(), LookupError), isinstance(IndexError(), KeyError), isinstance(ZeroDivisionError(), ArithmeticError))
errors = [ValueError("v"), KeyError("k"), TypeError("t")]
for error in errors:
    try:
        raise error
    except (ValueError, TypeError) as e:
        print("raised", repr(e), e is error)
    except LookupError as e:
        print("lookup", e, e is error)
kinds = [ValueError, IndexError]
for kind in kinds:
    try:
        raise kind("from a class")
    except Exception as e:
        print(repr(e), type(e) is kind)
try:
    raise ValueError
except ValueError as e:
    print(repr(e), e.args)

# test: lang
# KeyError's message is the repr; assert messages with tuples; chains of causes.
try:
    {}["it's"]
except KeyError as e:
    print(e, str(e), repr(e))
try:
    {(2, "b"): 2}[(1, "a")]
except KeyError as e:
    print(e)
try:
    assert 1 > 2, ("tuple", 3)
except AssertionError as e:
    print(e)
try:
    try:
        int("x")
    except ValueError as e:
        raise RuntimeError("outer") from e
except RuntimeError as e:
    print(repr(e), repr(e.__cause__), e.__suppress_context__)
try:
    try:
        [][0]
    except IndexError:
        {}["k"]
except KeyError as e:
    print(repr(e), repr(e.__context__), e.__cause__)

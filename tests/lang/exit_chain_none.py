# test: lang
# standalone:
# raise ... from None hides the context.


def parse(text):
    try:
        return float(text)
    except ValueError:
        raise RuntimeError("cannot parse " + text) from None


print(parse("1.5"))
parse("abc")

# test: lang
# standalone:
# `raise e` adds the line of the raise to the old traceback.


def low():
    raise KeyError("k")


def high():
    try:
        low()
    except KeyError as e:
        saved = e
    print("later")
    raise saved


high()

class Oops(Exception):
    pass
def go():
    raise Oops("in helper")

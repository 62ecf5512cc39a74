# test: diag
def parse(text):
    if not text:
        return "empty"  #- T0102 16: str comes from here
    return [text]  #- T0102 12: list[str] comes from here


print(parse("a"))  #! T0102 7: the result of parse() is str on one path and list[str] on another

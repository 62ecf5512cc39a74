# test: lang
# standalone:
# Classes of one name; nested classes in reports.
def make(n):
    if n:
        class K:
            tag = "first"
        return K.tag
    class K:
        tag = "module"
    return K.tag
class Outer:
    class Bad(ValueError):
        pass
    class K:
        tag = "inner"
print(make(0), make(1), Outer.K.tag, Outer.K.__name__)
print(repr(Outer.Bad("x")))
raise Outer.Bad("y")

# What classes made by expansions (frontend/expand.c) have in common.


# The default of a parameter of `replace`: the attribute as it is.
class Kept:
    pass


KEPT = Kept()

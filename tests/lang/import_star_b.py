__all__ = ["both", "listed"]
both = "b"
unlisted = 3


def listed():
    return "listed " + str(unlisted)

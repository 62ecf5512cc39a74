"""What programs that `import weft` need when they run under CPython."""

__all__ = ["ovfcheck", "compiled"]

compiled = False


def ovfcheck(value):
    """The value; OverflowError if it is an integer beyond 64 bits."""
    if isinstance(value, int) and not -(1 << 63) <= value < 1 << 63:
        raise OverflowError("integer result does not fit in 64 bits")
    return value

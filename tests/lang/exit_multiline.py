# test: lang
# standalone:
# The line of a traceback is that of the failing operation, in calls over several lines.


def check(a, b, c):
    return (
        a
        + b
        // c
    )


value = check(
    1,
    2,
    check(
        0,
        0,
        1,
    ),
)
print(value)

# bisect: where to insert into a sorted sequence.


def _stop(a, lo, hi):
    if lo < 0:
        raise ValueError("lo must be non-negative")
    return len(a) if hi is None else hi


def bisect_right(a, x, lo=0, hi=None, *, key=None):
    stop = _stop(a, lo, hi)
    if key is None:
        while lo < stop:
            middle = (lo + stop) // 2
            if x < a[middle]:
                stop = middle
            else:
                lo = middle + 1
        return lo
    while lo < stop:
        middle = (lo + stop) // 2
        if x < key(a[middle]):
            stop = middle
        else:
            lo = middle + 1
    return lo


def bisect_left(a, x, lo=0, hi=None, *, key=None):
    stop = _stop(a, lo, hi)
    if key is None:
        while lo < stop:
            middle = (lo + stop) // 2
            if a[middle] < x:
                lo = middle + 1
            else:
                stop = middle
        return lo
    while lo < stop:
        middle = (lo + stop) // 2
        if key(a[middle]) < x:
            lo = middle + 1
        else:
            stop = middle
    return lo


def insort_right(a, x, lo=0, hi=None, *, key=None):
    if key is None:
        a.insert(bisect_right(a, x, lo, hi), x)
    else:
        a.insert(bisect_right(a, key(x), lo, hi, key=key), x)


def insort_left(a, x, lo=0, hi=None, *, key=None):
    if key is None:
        a.insert(bisect_left(a, x, lo, hi), x)
    else:
        a.insert(bisect_left(a, key(x), lo, hi, key=key), x)


bisect = bisect_right
insort = insort_right

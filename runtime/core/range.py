# range
from weft.lowlevel import int_udiv
from weft.core.exceptions import fatal_overflow
from weft.core.sequence import slice_count, slice_start, slice_stop

__wrapping__ = True


class range_iterator:
    _at: int
    _stop: int
    _step: int

    def __init__(self, start: int, stop: int, step: int) -> None:
        self._at = start
        self._stop = stop
        self._step = step

    def __iter__(self) -> range_iterator:
        return self

    # Where the next number has more than 64 bits, the end is reached as well. The commonest step has a way of its own,
    # which needs no test.
    def __next__(self) -> int:
        at = self._at
        step = self._step
        if step == 1:
            if at >= self._stop:
                raise StopIteration
            self._at = at + 1
            return at
        after = at + step
        if step > 0:
            if at >= self._stop:
                raise StopIteration
            self._at = after if after > at else self._stop
        else:
            if at <= self._stop:
                raise StopIteration
            self._at = after if after < at else self._stop
        return at

    def __length_hint__(self) -> int:
        return _count(self._at, self._stop, self._step)


def _count(start: int, stop: int, step: int) -> int:
    if step == 1:
        count = stop - start if start < stop else 0
    elif step > 0:
        if start >= stop:
            return 0
        count = int_udiv(stop - start - 1, step) + 1
    else:
        if start <= stop:
            return 0
        count = int_udiv(start - stop - 1, -step) + 1
    if count < 0:
        fatal_overflow()
    return count


def _zero_step() -> None:
    raise ValueError("range() arg 3 must not be zero")


class range:
    __slots__ = ()
    start: int
    stop: int
    step: int

    def __init__(self, first: int, stop: int | None = None, step: int = 1) -> None:
        if stop is None:
            self.start = 0
            self.stop = first
        else:
            self.start = first
            self.stop = stop
        if step == 0:
            _zero_step()
        self.step = step

    def __len__(self) -> int:
        return _count(self.start, self.stop, self.step)

    def __bool__(self) -> bool:
        return self.start < self.stop if self.step > 0 else self.start > self.stop

    def __getitem__(self, i: int) -> int:
        n = len(self)
        if i < 0:
            i += n
        if i < 0 or i >= n:
            raise IndexError("range object index out of range")
        return self.start + i * self.step

    def __getslice__(self, start: int | None, stop: int | None, step: int | None) -> range:
        by = 1 if step is None else step
        n = len(self)
        first = slice_start(start, by, n)
        last = slice_stop(stop, by, n)
        return range(self.start + first * self.step, self.start + last * self.step, by * self.step)

    def __iter__(self) -> range_iterator:
        return range_iterator(self.start, self.stop, self.step)

    def __reversed__(self) -> range_iterator:
        step = self.step
        stop = self.start - 1 if step > 0 else self.start + 1
        if (stop < self.start) != (step > 0):
            fatal_overflow()
        return range_iterator(self.start + (len(self) - 1) * step, stop, -step)

    def __contains__(self, x) -> bool:
        return self.count(x) != 0

    def count(self, x):
        if isinstance(x, int):
            return self._times(int(x))
        return sum(1 for item in self if item == x)

    def index(self, x):
        if isinstance(x, int):
            if self._times(int(x)) == 0:
                raise ValueError(str(x) + " is not in range")
            return (int(x) - self.start) // self.step
        at = 0
        for item in self:
            if item == x:
                return at
            at += 1
        raise ValueError("sequence.index(x): x not in sequence")

    def _times(self, x: int) -> int:
        step = self.step
        if step > 0:
            if x < self.start or x >= self.stop:
                return 0
        elif x > self.start or x <= self.stop:
            return 0
        return 1 if (x - self.start) % step == 0 else 0

    def __eq__(self, other: range) -> bool:
        n = len(self)
        if n != len(other):
            return False
        return n == 0 or (self.start == other.start and (n == 1 or self.step == other.step))

    def __ne__(self, other: range) -> bool:
        return not self == other

    def __hash__(self) -> int:
        n = len(self)
        if n == 0:
            return hash((n, None, None))
        if n == 1:
            return hash((n, self.start, None))
        return hash((n, self.start, self.step))

    def __repr__(self) -> str:
        bounds = "range(" + str(self.start) + ", " + str(self.stop)
        if self.step == 1:
            return bounds + ")"
        return bounds + ", " + str(self.step) + ")"

# time
from weft.lowlevel import float_mul, float_to_int, native
from _calendar import DAYS, MONTHS, Moment, format_moment, moment_of, ordinal, padded, read_time
from _system import ZONE, optional_text

# ---- clocks -------------------------------------------------------------------------------


def time() -> float:
    return native("time")


def time_ns() -> int:
    return float_to_int(float_mul(native("time"), 1e9))


def perf_counter() -> float:
    return native("perf_counter")


def perf_counter_ns() -> int:
    return native("perf_counter_ns")


def monotonic() -> float:
    return native("perf_counter")


def monotonic_ns() -> int:
    return native("perf_counter_ns")


def process_time() -> float:
    return native("process_time")


def process_time_ns() -> int:
    return float_to_int(float_mul(native("process_time"), 1e9))


def thread_time() -> float:
    return native("process_time")


def sleep(seconds):
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    if native("sleep", float(seconds)) != 0:
        raise KeyboardInterrupt


# ---- dates --------------------------------------------------------------------------------


class struct_time:
    tm_year: int
    tm_mon: int
    tm_mday: int
    tm_hour: int
    tm_min: int
    tm_sec: int
    tm_wday: int
    tm_yday: int
    tm_isdst: int
    tm_zone: str | None
    tm_gmtoff: int | None
    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0

    def __init__(self, sequence):
        if len(sequence) != 9:
            size = str(len(sequence)) + "-sequence given)"
            raise TypeError("time.struct_time() takes an at least 9-sequence (" + size)
        self._set(
            sequence[0], sequence[1], sequence[2], sequence[3], sequence[4],
            sequence[5], sequence[6], sequence[7], sequence[8],
        )

    def _set(self, year, month, day, hour, minute, second, weekday, yearday, summer):
        self.tm_year = year
        self.tm_mon = month
        self.tm_mday = day
        self.tm_hour = hour
        self.tm_min = minute
        self.tm_sec = second
        self.tm_wday = weekday
        self.tm_yday = yearday
        self.tm_isdst = summer
        self.tm_zone = None
        self.tm_gmtoff = None

    def _weft_items(self):
        return (
            self.tm_year, self.tm_mon, self.tm_mday, self.tm_hour, self.tm_min,
            self.tm_sec, self.tm_wday, self.tm_yday, self.tm_isdst,
        )

    def __len__(self):
        return 9

    def __iter__(self):
        return iter(self._weft_items())

    def __getitem__(self, i):
        return self._weft_items()[i]

    def __getslice__(self, start, stop, step):
        return self._weft_items()[start:stop:step]

    def __hash__(self):
        return hash(self._weft_items())

    def __eq__(self, other):
        return self._weft_items() == _items(other)

    def __lt__(self, other):
        return self._weft_items() < _items(other)

    def __le__(self, other):
        return self._weft_items() <= _items(other)

    def __gt__(self, other):
        return self._weft_items() > _items(other)

    def __ge__(self, other):
        return self._weft_items() >= _items(other)

    def __repr__(self):
        return (
            f"time.struct_time(tm_year={self.tm_year}, tm_mon={self.tm_mon}, tm_mday={self.tm_mday}, "
            f"tm_hour={self.tm_hour}, tm_min={self.tm_min}, tm_sec={self.tm_sec}, tm_wday={self.tm_wday}, "
            f"tm_yday={self.tm_yday}, tm_isdst={self.tm_isdst})"
        )


def _items(x):
    return x._weft_items() if isinstance(x, struct_time) else x


def _time_of(m: Moment, summer: int) -> struct_time:
    t = struct_time((m.year, m.month, m.day, m.hour, m.minute, m.second, m.weekday, m.yearday, summer))
    t.tm_zone = m.zone
    t.tm_gmtoff = m.offset
    return t


def _whole(seconds):
    # Rounded down; now if there is none.
    x = native("time") if seconds is None else seconds
    return int(x // 1)


def _zone(seconds: int) -> str:
    name = optional_text(ZONE, str(seconds))
    return "" if name is None else name


def gmtime(seconds=None):
    m = moment_of(_whole(seconds))
    m.zone = "GMT"
    return _time_of(m, 0)


def localtime(seconds=None):
    return _local(_whole(seconds))


def _local(seconds: int) -> struct_time:
    both = native("local_offset", seconds)
    m = moment_of(seconds + both // 2)
    m.offset = both // 2
    m.zone = _zone(seconds)
    return _time_of(m, both & 1)


def seconds_of_local(local: int, summer: int) -> int:
    # The time at which clocks show so many seconds; of two, the one in summer time if that is asked for.
    first = native("local_offset", local - 86400)
    second = native("local_offset", local + 86400)
    for both in (second, first) if summer == 0 or (summer < 0 and second & 1 == 0) else (first, second):
        at = local - both // 2
        if native("local_offset", at) // 2 == both // 2:
            if summer < 0 or native("local_offset", at) & 1 == (1 if summer > 0 else 0):
                return at
    at = local - first // 2
    now = native("local_offset", at)
    if summer > 0 and now & 1 == 0:
        return local - now // 2 - 3600
    if summer == 0 and now & 1 == 1:
        return local - now // 2 + 3600
    return at


def mktime(t):
    x = t if isinstance(t, struct_time) else struct_time(t)
    month = x.tm_mon - 1
    days = ordinal(x.tm_year + month // 12, month % 12 + 1, 1) + x.tm_mday - 1 - 719163
    local = days * 86400 + x.tm_hour * 3600 + x.tm_min * 60 + x.tm_sec
    return float(seconds_of_local(local, x.tm_isdst))


def asctime(t=None):
    x = _given(t)
    day = DAYS[x.tm_wday % 7][:3] + " " + MONTHS[x.tm_mon - 1][:3] + " " + padded(x.tm_mday, 2, " ")
    clock = padded(x.tm_hour, 2, "0") + ":" + padded(x.tm_min, 2, "0") + ":" + padded(x.tm_sec, 2, "0")
    return day + " " + clock + " " + str(x.tm_year)


def ctime(seconds=None):
    return asctime(localtime(seconds))


def _given(t):
    if t is None:
        return localtime()
    return t if isinstance(t, struct_time) else struct_time(t)


def _check(holds: bool, what: str) -> None:
    if not holds:
        raise ValueError(what + " out of range")


def strftime(format, t=None):
    x = _given(t)
    _check(0 <= x.tm_mon <= 12, "month")
    _check(0 <= x.tm_mday <= 31, "day of month")
    _check(0 <= x.tm_hour <= 23, "hour")
    _check(0 <= x.tm_min <= 59, "minute")
    _check(0 <= x.tm_sec <= 61, "seconds")
    _check(x.tm_wday >= 0, "day of week")
    _check(0 <= x.tm_yday <= 366, "day of year")
    m = Moment(x.tm_year, max(x.tm_mon, 1), max(x.tm_mday, 1), x.tm_hour, x.tm_min, x.tm_sec)
    m.weekday = x.tm_wday % 7
    m.yearday = max(x.tm_yday, 1)
    m.has_offset = True
    _set_zone(m, x.tm_zone, x.tm_gmtoff, x.tm_isdst)
    return format_moment(format, m)


def _set_zone(m: Moment, name: str | None, offset: int | None, summer: int) -> None:
    m.zone = tzname[1 if summer > 0 else 0] if name is None else name
    m.offset = 0 if offset is None else offset


def strptime(data_string, format="%a %b %d %H:%M:%S %Y"):
    r = read_time(data_string, format)
    t = struct_time((r.year, r.month, r.day, r.hour, r.minute, r.second, r.weekday, r.yearday, 0 if r.zone else -1))
    t.tm_zone = r.zone if r.zone else None
    t.tm_gmtoff = r.offset if r.has_offset else None
    return t


# ---- the zone -----------------------------------------------------------------------------


def _winter_and_summer() -> tuple[int, int]:
    # Times this year in winter and in summer: with the lower offset first.
    start = int(native("time")) // 31556952 * 31556952
    half = start + 15778476
    return (start, half) if native("local_offset", start) <= native("local_offset", half) else (half, start)


_winter, _summer = _winter_and_summer()
timezone = -(native("local_offset", _winter) // 2)
altzone = -(native("local_offset", _summer) // 2)
daylight = native("local_offset", _summer) & 1
tzname = (_zone(_winter), _zone(_summer))


def tzset() -> None:
    pass

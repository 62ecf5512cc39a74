# datetime: dates, times, both, and zones; durations are in _timedelta.
from weft.lowlevel import GcArray, native, new_array
import time as _time
from _calendar import (
    DAYS, MAX_ORDINAL, MONTHS, Moment, date_of, days_before_year, days_in_month, format_moment, iso_week, moment_of,
    ordinal, padded, read_time,
)
from _timedelta import DAY, duration, timedelta

MINYEAR = 1
MAXYEAR = 9999

_EPOCH = 719163  # the ordinal of 1970-01-01


def _check_date(year: int, month: int, day: int) -> None:
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError("year " + str(year) + " is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= days_in_month(year, month):
        raise ValueError("day is out of range for month")


def _check_time(hour: int, minute: int, second: int, microsecond: int, fold: int) -> None:
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold != 0 and fold != 1:
        raise ValueError("fold must be either 0 or 1")


def _check_ordinal(number: int) -> None:
    if not 1 <= number <= MAX_ORDINAL:
        raise OverflowError("date value out of range")


# ---- zones --------------------------------------------------------------------------------


class tzinfo:
    def __repr__(self):
        return "<datetime.tzinfo object>"

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        summer = dt.dst()
        if summer is None:
            raise ValueError("fromutc: non-None dst() result required")
        standard = dt + (offset - summer)
        now = standard.dst()
        return standard if now is None else standard + now


class timezone(tzinfo):
    _offset: timedelta
    _name: str | None

    def __init__(self, offset: timedelta, name: str | None = None) -> None:
        if abs(offset) >= duration(1, 0):
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not "
                + repr(offset) + "."
            )
        self._offset = offset
        self._name = name

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return "UTC" if not self._offset else "UTC" + _offset_text(self._offset, ":")

    def dst(self, dt):
        return None

    def fromutc(self, dt):
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._offset)

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        name = "" if self._name is None else ", " + repr(self._name)
        return "datetime.timezone(" + repr(self._offset) + name + ")"


timezone.utc = timezone(duration(0, 0))
timezone.min = timezone(duration(-1, 60000000))
timezone.max = timezone(duration(0, DAY - 60000000))
UTC = timezone.utc


def _offset_text(offset: timedelta, colon: str) -> str:
    size = abs(offset)
    minutes = size.seconds // 60
    text = ("-" if offset.days < 0 else "+") + padded(minutes // 60, 2, "0") + colon + padded(minutes % 60, 2, "0")
    if size.seconds % 60 or size.microseconds:
        text += colon + padded(size.seconds % 60, 2, "0")
    if size.microseconds:
        text += "." + padded(size.microseconds, 6, "0")
    return text


# ---- reading ISO formats ------------------------------------------------------------------


def _digits_at(text: str, at: int, count: int) -> int:
    # The number of so many digits, or -1.
    part = text[at : at + count]
    return int(part) if len(part) == count and part.isascii() and part.isdigit() else -1


def _iso_date(text: str) -> tuple[int, int, int]:
    # year -1: it is none
    year = _digits_at(text, 0, 4)
    dash = 1 if text[4:5] == "-" else 0
    rest = 4 + dash
    if year < 0:
        return -1, 0, 0
    if text[rest : rest + 1] == "W":
        week = _digits_at(text, rest + 1, 2)
        day = 1
        if len(text) > rest + 3:
            day = _digits_at(text, rest + 3 + dash, 1)
            if len(text) != rest + 4 + dash:
                return -1, 0, 0
        return _iso_calendar(year, week, day) if _calendar_problem(year, week, day) == "" else (-1, 0, 0)
    month = _digits_at(text, rest, 2)
    day = _digits_at(text, rest + 2 + dash, 2)
    if len(text) != 8 + 2 * dash or (dash and text[7] != "-") or month < 0 or day < 0:
        return -1, 0, 0
    return year, month, day


def _first_monday(year: int) -> int:
    first = ordinal(year, 1, 4)
    return first - (first + 6) % 7


def _calendar_problem(year: int, week: int, day: int) -> str:
    if not MINYEAR <= year <= MAXYEAR:
        return "Year is out of range: " + str(year)
    weeks = 53 if iso_week(_first_monday(year) + 52 * 7)[0] == year else 52
    if not 1 <= week <= weeks:
        return "Invalid week: " + str(week)
    return "" if 1 <= day <= 7 else "Invalid day: " + str(day) + " (range is [1, 7])"


def _iso_calendar(year: int, week: int, day: int) -> tuple[int, int, int]:
    return date_of(_first_monday(year) + 7 * (week - 1) + day - 1)


class _Clock:
    # A time of day read from text.
    def __init__(self, text: str) -> None:
        self.parts = [0, 0, 0]
        self.microsecond = 0
        self.is_valid = self._read(text)

    def _read(self, text: str) -> bool:
        colon = 1 if text[2:3] == ":" else 0
        at = 0
        for i in range(3):
            value = _digits_at(text, at, 2)
            if value < 0:
                return False
            self.parts[i] = value
            at += 2
            if at == len(text):
                return True
            if i < 2 and colon:
                if text[at] != ":":
                    return False
                at += 1
        if text[at] not in ".,":
            return False
        digits = text[at + 1 :]
        if not (digits.isascii() and digits.isdigit()):
            return False
        self.microsecond = int((digits + "00000")[:6])
        return True


def _iso_time(text: str) -> tuple[_Clock, timezone | None]:
    # The text without its date
    at = max(text.find("+"), text.find("-"))
    zone: timezone | None = None
    clock = text
    if text.endswith("Z"):
        zone = timezone.utc
        clock = text[:-1]
    elif at >= 0:
        offset = _Clock(text[at + 1 :])
        clock = text[:at]
        seconds = offset.parts[0] * 3600 + offset.parts[1] * 60 + offset.parts[2]
        micros = seconds * 1000000 + offset.microsecond
        size = duration(0, micros)
        zone = timezone(-size if text[at] == "-" else size) if micros else timezone.utc
        if not offset.is_valid:
            clock = ""
    return _Clock(clock), zone


# ---- dates --------------------------------------------------------------------------------


class IsoCalendarDate:
    def __init__(self, year, week, weekday):
        self.year = year
        self.week = week
        self.weekday = weekday

    def _weft_items(self):
        return (self.year, self.week, self.weekday)

    def __getitem__(self, i):
        return self._weft_items()[i]

    def __getslice__(self, start, stop, step):
        return self._weft_items()[start:stop:step]

    def __len__(self):
        return 3

    def __iter__(self):
        return iter(self._weft_items())

    def __eq__(self, other):
        return self._weft_items() == (other._weft_items() if isinstance(other, IsoCalendarDate) else other)

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self.year}, week={self.week}, weekday={self.weekday})"


class date:
    _year: int
    _month: int
    _day: int

    def __init__(self, year: int, month: int, day: int) -> None:
        _check_date(year, month, day)
        self._year = year
        self._month = month
        self._day = day

    @property
    def year(self) -> int:
        return self._year

    @property
    def month(self) -> int:
        return self._month

    @property
    def day(self) -> int:
        return self._day

    @classmethod
    def today(cls):
        return cls.fromtimestamp(native("time"))

    @classmethod
    def fromtimestamp(cls, timestamp):
        t = _time.localtime(timestamp)
        return date(t.tm_year, t.tm_mon, t.tm_mday)

    @classmethod
    def fromordinal(cls, n):
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n > MAX_ORDINAL:
            raise ValueError("year is out of range")
        year, month, day = date_of(n)
        return cls(year, month, day)

    @classmethod
    def fromisoformat(cls, date_string):
        year, month, day = _iso_date(date_string)
        if year < 0:
            raise ValueError("Invalid isoformat string: " + repr(date_string))
        return cls(year, month, day)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        problem = _calendar_problem(year, week, day)
        if problem != "":
            raise ValueError(problem)
        y, m, d = _iso_calendar(year, week, day)
        return cls(y, m, d)

    # ---- what it is ----

    def toordinal(self) -> int:
        return ordinal(self._year, self._month, self._day)

    def weekday(self) -> int:
        return (self.toordinal() + 6) % 7

    def isoweekday(self) -> int:
        return self.weekday() + 1

    def isocalendar(self) -> IsoCalendarDate:
        year, week = iso_week(self.toordinal())
        return IsoCalendarDate(year, week, self.isoweekday())

    def _date_text(self) -> str:
        return padded(self._year, 4, "0") + "-" + padded(self._month, 2, "0") + "-" + padded(self._day, 2, "0")

    def isoformat(self):
        return self._date_text()

    def __str__(self):
        return self._date_text()

    def __repr__(self):
        return f"datetime.date({self._year}, {self._month}, {self._day})"

    def _moment(self):
        m = Moment(self._year, self._month, self._day, 0, 0, 0)
        m.microsecond = 0
        return m

    def strftime(self, format):
        return format_moment(format, self._moment())

    def __format__(self, spec):
        return str(self) if spec == "" else self.strftime(spec)

    def ctime(self):
        return self.strftime("%a %b %e %H:%M:%S ") + padded(self._year, 4, "0")

    def timetuple(self):
        return _tuple_of(self._moment(), -1)

    def __hash__(self):
        return hash(bytes([self._year >> 8, self._year & 255, self._month, self._day]))

    def replace(self, year=None, month=None, day=None):
        return date(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
        )

    # ---- comparing ----

    def _key(self, other):
        # None: the other is no mere date.
        if isinstance(other, datetime):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        return self.toordinal()

    def __eq__(self, other):
        if isinstance(other, date):
            return not isinstance(other, datetime) and self.toordinal() == other.toordinal()
        return NotImplemented

    def __lt__(self, other):
        return self._key(other) < other.toordinal() if isinstance(other, date) else NotImplemented

    def __le__(self, other):
        return self._key(other) <= other.toordinal() if isinstance(other, date) else NotImplemented

    def __gt__(self, other):
        return self._key(other) > other.toordinal() if isinstance(other, date) else NotImplemented

    def __ge__(self, other):
        return self._key(other) >= other.toordinal() if isinstance(other, date) else NotImplemented

    # ---- arithmetic ----

    def _moved(self, days: int) -> date:
        number = self.toordinal() + days
        _check_ordinal(number)
        year, month, day = date_of(number)
        return date(year, month, day)

    def __add__(self, other):
        return self._moved(other.days) if isinstance(other, timedelta) else NotImplemented

    def __radd__(self, other):
        return self + other

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved(-other.days)
        if isinstance(other, date):
            return duration(self.toordinal() - other.toordinal(), 0)
        return NotImplemented


def _tuple_of(m, summer):
    return _time.struct_time((m.year, m.month, m.day, m.hour, m.minute, m.second, m.weekday, m.yearday, summer))


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = duration(1, 0)

# ---- times of a day -----------------------------------------------------------------------


def _clock_text(hour: int, minute: int, second: int, microsecond: int, timespec: str) -> str:
    spec = ("microseconds" if microsecond else "seconds") if timespec == "auto" else timespec
    text = padded(hour, 2, "0")
    if spec == "hours":
        return text
    text += ":" + padded(minute, 2, "0")
    if spec == "minutes":
        return text
    text += ":" + padded(second, 2, "0")
    if spec == "seconds":
        return text
    if spec == "milliseconds":
        return text + "." + padded(microsecond // 1000, 3, "0")
    if spec != "microseconds":
        raise ValueError("Unknown timespec value")
    return text + "." + padded(microsecond, 6, "0")


def _clock_repr(minute, second, microsecond, zone, fold):
    # What follows the hour
    text = f", {minute}"
    if second or microsecond:
        text += f", {second}"
    if microsecond:
        text += f", {microsecond}"
    if zone is not None:
        text += ", tzinfo=" + repr(zone)
    return text + (", fold=1" if fold else "")


class _Keep(tzinfo):
    pass


_KEEP = _Keep()


class time:
    _hour: int
    _minute: int
    _second: int
    _microsecond: int
    _fold: int
    _tzinfo: tzinfo | None

    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_time(hour, minute, second, microsecond, fold)
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold

    @property
    def hour(self) -> int:
        return self._hour

    @property
    def minute(self) -> int:
        return self._minute

    @property
    def second(self) -> int:
        return self._second

    @property
    def microsecond(self) -> int:
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self) -> int:
        return self._fold

    @classmethod
    def fromisoformat(cls, time_string):
        clock, zone = _iso_time(time_string[1:] if time_string.startswith("T") else time_string)
        if not clock.is_valid:
            raise ValueError("Invalid isoformat string: " + repr(time_string))
        return cls(clock.parts[0], clock.parts[1], clock.parts[2], clock.microsecond, zone)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def isoformat(self, timespec="auto"):
        text = _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        offset = self.utcoffset()
        return text if offset is None else text + _offset_text(offset, ":")

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        rest = _clock_repr(self._minute, self._second, self._microsecond, self._tzinfo, self._fold)
        return "datetime.time(" + str(self._hour) + rest + ")"

    def strftime(self, format):
        m = Moment(1900, 1, 1, self._hour, self._minute, self._second)
        m.microsecond = self._microsecond
        _set_zone(m, self.tzname(), self.utcoffset())
        return format_moment(format, m)

    def __format__(self, spec):
        return str(self) if spec == "" else self.strftime(spec)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=_KEEP, *, fold=None):
        return time(
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is _KEEP else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    def _micros(self) -> int:
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond

    def _key(self):
        offset = self.utcoffset()
        return self._micros() if offset is None else self._micros() - offset._total()

    def _compared(self, other):
        # Less than, equal to or greater than 0
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._key() - other._key()

    def __eq__(self, other):
        if isinstance(other, time):
            return (self.utcoffset() is None) == (other.utcoffset() is None) and self._key() == other._key()
        return NotImplemented

    def __lt__(self, other):
        return self._compared(other) < 0 if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._compared(other) <= 0 if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._compared(other) > 0 if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._compared(other) >= 0 if isinstance(other, time) else NotImplemented

    def __hash__(self):
        if self.utcoffset() is not None:
            return hash(duration(0, self._key()))
        return hash(bytes([self._hour, self._minute, self._second] + _three(self._microsecond)))


def _three(micros: int) -> list[int]:
    return [micros >> 16, micros >> 8 & 255, micros & 255]


def _set_zone(m: Moment, name: str | None, offset: timedelta | None) -> None:
    if name is not None:
        m.zone = name
    if offset is not None:
        m.has_offset = True
        m.offset = offset.days * 86400 + offset.seconds


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = duration(0, 1)

# ---- both ---------------------------------------------------------------------------------


def _of_moment(m: Moment, micros: int, zone) -> datetime:
    return datetime(m.year, m.month, m.day, m.hour, m.minute, m.second, micros, zone)


def _split_seconds(timestamp):
    # Whole seconds and microseconds, rounded half to even.
    if isinstance(timestamp, int):
        return int(timestamp), 0
    whole = int(timestamp // 1)
    micros = round((timestamp - whole) * 1e6) if timestamp >= 0 else 1000000 + round((timestamp - whole - 1) * 1e6)
    return whole + micros // 1000000, micros % 1000000


def _later() -> datetime:
    # What is set when the class is there
    unset: GcArray[datetime] = new_array(1)
    return unset[0]


class datetime(date):
    min = _later()  # they are not those of date
    max = _later()
    resolution = duration(0, 1)
    _hour: int
    _minute: int
    _second: int
    _microsecond: int
    _fold: int
    _tzinfo: tzinfo | None

    def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        date.__init__(self, year, month, day)
        _check_time(hour, minute, second, microsecond, fold)
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold

    @property
    def hour(self) -> int:
        return self._hour

    @property
    def minute(self) -> int:
        return self._minute

    @property
    def second(self) -> int:
        return self._second

    @property
    def microsecond(self) -> int:
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self) -> int:
        return self._fold

    # ---- made from others ----

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(native("time"), tz)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(native("time"))

    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(native("time"))

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        seconds, micros = _split_seconds(timestamp)
        return _of_moment(moment_of(seconds), micros, None)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        seconds, micros = _split_seconds(timestamp)
        if tz is None:
            return _of_moment(moment_of(seconds + native("local_offset", seconds) // 2), micros, None)
        return tz.fromutc(_of_moment(moment_of(seconds), micros, tz))

    @classmethod
    def combine(cls, date, time, tzinfo=_KEEP):
        zone = time.tzinfo if tzinfo is _KEEP else tzinfo
        return datetime(
            date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond, zone, fold=time.fold
        )

    @classmethod
    def strptime(cls, date_string, format):
        r = read_time(date_string, format)
        zone = timezone(duration(0, r.offset * 1000000)) if r.has_offset else None
        return datetime(r.year, r.month, r.day, r.hour, r.minute, r.second, r.microsecond, zone)

    @classmethod
    def fromisoformat(cls, date_string):
        size = 10 if date_string[4:5] == "-" else 8
        if date_string[4:6] == "-W" or date_string[4:5] == "W":
            size = 7 if size == 8 else 8
            if date_string[size : size + 1].isdigit() or date_string[size : size + 1] == "-":
                size += 1 if size == 7 else 2
        year, month, day = _iso_date(date_string[:size])
        if len(date_string) <= size:
            clock, zone = _iso_time("00")
        else:
            clock, zone = _iso_time(date_string[size + 1 :])
        if year < 0 or not clock.is_valid:
            raise ValueError("Invalid isoformat string: " + repr(date_string))
        return cls(year, month, day, clock.parts[0], clock.parts[1], clock.parts[2], clock.microsecond, zone)

    # ---- what it is ----

    def date(self):
        return _date(self._year, self._month, self._day)

    def time(self):
        return _clock(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return _clock(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def isoformat(self, sep="T", timespec="auto"):
        text = self._date_text() + sep
        text += _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        offset = self.utcoffset()
        return text if offset is None else text + _offset_text(offset, ":")

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        rest = _clock_repr(self._minute, self._second, self._microsecond, self._tzinfo, self._fold)
        return f"datetime.datetime({self._year}, {self._month}, {self._day}, {self._hour}" + rest + ")"

    def _moment(self):
        m = Moment(self._year, self._month, self._day, self._hour, self._minute, self._second)
        m.microsecond = self._microsecond
        return m

    def strftime(self, format):
        m = self._moment()
        _set_zone(m, self.tzname(), self.utcoffset())
        return format_moment(format, m)

    def timetuple(self):
        summer = self.dst()
        return _tuple_of(self._moment(), -1 if summer is None else (1 if summer else 0))

    def utctimetuple(self):
        offset = self.utcoffset()
        return _tuple_of(self._moment() if offset is None else (self - offset)._moment(), 0)

    def _local_seconds(self) -> int:
        clock = (self._hour * 60 + self._minute) * 60 + self._second
        return (self.toordinal() - _EPOCH) * 86400 + clock

    def timestamp(self):
        offset = self.utcoffset()
        if offset is None:
            return _time.seconds_of_local(self._local_seconds(), -1) + self._microsecond / 1e6
        return (self._local_seconds() * 1000000 + self._microsecond - offset._total()) / 1000000

    def replace(
        self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=_KEEP, *,
        fold=None
    ):
        return datetime(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is _KEEP else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    def astimezone(self, tz=None):
        offset = self.utcoffset()
        if offset is None:
            seconds = _time.seconds_of_local(self._local_seconds(), -1)
        else:
            seconds = self._local_seconds() - offset.days * 86400 - offset.seconds
        zone = _local_zone(seconds) if tz is None else tz
        return zone.fromutc(_of_moment(moment_of(seconds), self._microsecond, zone))

    # ---- comparing ----

    def _micros(self) -> int:
        clock = (self._hour * 60 + self._minute) * 60 + self._second
        return clock * 1000000 + self._microsecond

    def _instant(self):
        # Microseconds since the beginning of the year 1, in UTC if it is known; they fit.
        offset = self.utcoffset()
        here = self.toordinal() * DAY + self._micros()
        return here if offset is None else here - offset._total()

    def _compared(self, other):
        if not isinstance(other, datetime):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._instant() - other._instant()

    def __eq__(self, other):
        if isinstance(other, datetime):
            return (self.utcoffset() is None) == (other.utcoffset() is None) and self._instant() == other._instant()
        return False if isinstance(other, _date) else NotImplemented

    def __lt__(self, other):
        return self._compared(other) < 0 if isinstance(other, _date) else NotImplemented

    def __le__(self, other):
        return self._compared(other) <= 0 if isinstance(other, _date) else NotImplemented

    def __gt__(self, other):
        return self._compared(other) > 0 if isinstance(other, _date) else NotImplemented

    def __ge__(self, other):
        return self._compared(other) >= 0 if isinstance(other, _date) else NotImplemented

    def __hash__(self):
        if self.utcoffset() is not None:
            return hash(duration(0, self._instant()))
        head = [self._year >> 8, self._year & 255, self._month, self._day, self._hour, self._minute, self._second]
        return hash(bytes(head + _three(self._microsecond)))

    # ---- arithmetic ----

    def _shifted(self, days: int, micros: int):
        total = self._micros() + micros
        number = self.toordinal() + days + total // DAY
        _check_ordinal(number)
        year, month, day = date_of(number)
        rest = total % DAY
        seconds = rest // 1000000
        return datetime(
            year, month, day, seconds // 3600, seconds // 60 % 60, seconds % 60, rest % 1000000, self._tzinfo
        )

    def __add__(self, other):
        return self._shifted(other.days, other._micros()) if isinstance(other, timedelta) else NotImplemented

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._shifted(-other.days, -other._micros())
        if isinstance(other, datetime):
            if (self.utcoffset() is None) != (other.utcoffset() is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            return duration(0, self._instant() - other._instant())
        return NotImplemented


_date = date
_clock = time


def _local_zone(seconds: int) -> timezone:
    t = _time.localtime(seconds)
    offset = t.tm_gmtoff
    return timezone(duration(0, 0 if offset is None else offset * 1000000), t.tm_zone)


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)

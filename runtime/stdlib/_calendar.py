# What time and datetime share: the calendar, and texts of times by a format.
__wrapping__ = True

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"
]
MAX_ORDINAL = 3652059  # 9999-12-31


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month == 4 or month == 6 or month == 9 or month == 11 else 31


def days_before_month(year: int, month: int) -> int:
    days = (367 * month - 362) // 12
    if month > 2:
        days -= 1 if is_leap(year) else 2
    return days


def days_before_year(year: int) -> int:
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400


def ordinal(year: int, month: int, day: int) -> int:
    # The 1st of January of the year 1 has the number 1.
    return days_before_year(year) + days_before_month(year, month) + day


def date_of(number: int) -> tuple[int, int, int]:
    # The inverse of ordinal.
    year = number * 400 // 146097 + 1
    while days_before_year(year) >= number:
        year -= 1
    while days_before_year(year + 1) < number:
        year += 1
    rest = number - days_before_year(year)
    month = 12
    while days_before_month(year, month) >= rest:
        month -= 1
    return year, month, rest - days_before_month(year, month)


def iso_week(number: int) -> tuple[int, int]:
    # The ISO year and week of a day.
    thursday = number - (number + 6) % 7 + 3
    year, month, day = date_of(thursday)
    return year, (thursday - days_before_year(year) - 1) // 7 + 1


class Moment:
    # What can be shown of a time.
    year: int
    month: int
    day: int
    hour: int
    minute: int
    second: int
    weekday: int  # Monday is 0
    yearday: int  # from 1
    zone: str
    has_offset: bool
    offset: int  # seconds east of Greenwich
    microsecond: int  # -1: it has none

    def __init__(self, year: int, month: int, day: int, hour: int, minute: int, second: int) -> None:
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.yearday = days_before_month(year, month) + day
        self.weekday = (days_before_year(year) + self.yearday + 6) % 7
        self.zone = ""
        self.has_offset = False
        self.offset = 0
        self.microsecond = -1


def moment_of(seconds: int) -> Moment:
    # Of seconds since the epoch, in the zone that they are counted for.
    days = seconds // 86400
    rest = seconds % 86400
    year, month, day = date_of(days + 719163)
    return Moment(year, month, day, rest // 3600, rest // 60 % 60, rest % 60)


def offset_text(offset: int, colon: str) -> str:
    # +hhmm, with seconds if there are any
    size = -offset if offset < 0 else offset
    text = ("-" if offset < 0 else "+") + padded(size // 3600, 2, "0") + colon + padded(size // 60 % 60, 2, "0")
    return text + colon + padded(size % 60, 2, "0") if size % 60 != 0 else text


def padded(value: int, width: int, fill: str) -> str:
    if value < 0:
        return "-" + str(-value).rjust(width - 1, fill)
    return str(value).rjust(width, fill)


def _twelve(hour: int) -> int:
    return (hour + 11) % 12 + 1


def _number(c: str, m: Moment) -> int:
    # What the directives for numbers mean.
    match c:
        case "Y":
            return m.year
        case "C":
            return m.year // 100
        case "y":
            return m.year % 100
        case "m":
            return m.month
        case "d" | "e":
            return m.day
        case "H" | "k":
            return m.hour
        case "I" | "l":
            return _twelve(m.hour)
        case "M":
            return m.minute
        case "S":
            return m.second
        case "j":
            return m.yearday
        case "w":
            return (m.weekday + 1) % 7
        case "u":
            return m.weekday + 1
        case "U":
            return (m.yearday + 6 - (m.weekday + 1) % 7) // 7
        case "W":
            return (m.yearday + 6 - m.weekday) // 7
    year, week = iso_week(ordinal(m.year, m.month, m.day))
    return week if c == "V" else (year if c == "G" else year % 100)


_WIDTHS = {"Y": 1, "C": 1, "G": 1, "j": 3, "w": 1, "u": 1}

_PARTS = {
    "c": "%a %b %e %H:%M:%S %Y",
    "x": "%m/%d/%y",
    "D": "%m/%d/%y",
    "X": "%H:%M:%S",
    "T": "%H:%M:%S",
    "R": "%H:%M",
    "r": "%I:%M:%S %p",
    "F": "%Y-%m-%d",
}


def _seconds(m: Moment) -> int:
    days = ordinal(m.year, m.month, m.day) - 719163
    return days * 86400 + m.hour * 3600 + m.minute * 60 + m.second - m.offset


def _text(c: str, m: Moment) -> str | None:
    # What the directives for texts mean; None: it is no directive.
    match c:
        case "a":
            return DAYS[m.weekday][:3]
        case "A":
            return DAYS[m.weekday]
        case "b" | "h":
            return MONTHS[m.month - 1][:3]
        case "B":
            return MONTHS[m.month - 1]
        case "p":
            return "AM" if m.hour < 12 else "PM"
        case "P":
            return "am" if m.hour < 12 else "pm"
        case "n":
            return "\n"
        case "t":
            return "\t"
        case "%":
            return "%"
        case "Z":
            return m.zone
        case "z":
            return offset_text(m.offset, "") if m.has_offset else ""
        case "s":
            return str(_seconds(m))
        case "f":
            return padded(m.microsecond, 6, "0") if m.microsecond >= 0 else None
    return format_moment(_PARTS[c], m) if c in _PARTS else None


def _directive(c: str, flag: str, m: Moment) -> str | None:
    if c in "YCymdeHkIlMSjwuUWVGg":
        fill = " " if c in "ekl" else "0"
        if flag == "_":
            fill = " "
        elif flag == "0":
            fill = "0"
        return padded(_number(c, m), 1 if flag == "-" else _WIDTHS.get(c, 2), fill)
    text = _text(c, m)
    if text is not None and flag == "^":
        return text.upper()
    if text is not None and flag == "#":
        return text.lower() if c == "p" else text.upper()
    return text


def format_moment(format: str, m: Moment) -> str:
    parts: list[str] = []
    i = 0
    while i < len(format):
        percent = format.find("%", i)
        if percent < 0:
            percent = len(format)
        parts.append(format[i:percent])
        i = percent + 1
        if percent >= len(format):
            break
        flag = ""
        if i + 1 < len(format) and format[i] in "-_0^#":
            flag = format[i]
            i += 1
        text = _directive(format[i], flag, m) if i < len(format) else None
        parts.append(format[percent : i + 1] if text is None else text)
        i += 1
    return "".join(parts)


# ---- reading ------------------------------------------------------------------------------


class Reading:
    # What strptime has found.
    year: int
    month: int
    day: int
    hour: int
    minute: int
    second: int
    microsecond: int
    weekday: int
    yearday: int
    has_offset: bool
    offset: int
    zone: str

    def __init__(self, text: str, format: str) -> None:
        self.text = text
        self.format = format
        self.at = 0
        self.year = -1
        self.month = 1
        self.day = 1
        self.hour = 0
        self.minute = 0
        self.second = 0
        self.microsecond = 0
        self.weekday = -1
        self.yearday = -1
        self.is_afternoon = -1
        self.week = -1
        self.is_week_from_sunday = False
        self.has_offset = False
        self.offset = 0
        self.zone = ""

    def fail(self) -> None:
        raise ValueError("time data " + repr(self.text) + " does not match format " + repr(self.format))

    def number(self, digits: int, low: int, high: int) -> int:
        # As many digits as make a number in the range.
        start = self.at
        end = start
        while end < len(self.text) and end < start + digits and "0" <= self.text[end] <= "9":
            end += 1
        while end > start:
            value = int(self.text[start:end])
            if low <= value <= high:
                self.at = end
                return value
            end -= 1
        self.fail()
        return 0

    def name(self, names: list[str], length: int) -> int:
        # Which of the names stands here; length 3: short ones.
        rest = self.text[self.at :].lower()
        for i in range(len(names)):
            name = names[i][:length].lower()
            if rest.startswith(name):
                self.at += len(name)
                return i
        self.fail()
        return 0

    def blanks(self) -> None:
        start = self.at
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1
        if self.at == start:
            self.fail()

    def fraction(self) -> None:
        start = self.at
        while self.at < len(self.text) and self.at < start + 6 and "0" <= self.text[self.at] <= "9":
            self.at += 1
        if self.at == start:
            self.fail()
        self.microsecond = int(self.text[start : self.at].ljust(6, "0"))

    def offset_here(self) -> None:
        if self.text.startswith("Z", self.at):
            self.at += 1
            self.has_offset = True
            return
        if self.at >= len(self.text) or self.text[self.at] not in "+-":
            self.fail()
        sign = -1 if self.text[self.at] == "-" else 1
        self.at += 1
        hours = self.number(2, 0, 99)
        colon = self.text.startswith(":", self.at)
        self.at += 1 if colon else 0
        minutes = self.number(2, 0, 59)
        seconds = 0
        if self.text.startswith(":", self.at) and colon:
            self.at += 1
            seconds = self.number(2, 0, 59)
        self.offset = sign * (hours * 3600 + minutes * 60 + seconds)
        self.has_offset = True

    def zone_here(self) -> None:
        for name in ("UTC", "GMT"):
            if self.text[self.at :].upper().startswith(name):
                self.zone = name
                self.at += 3
                return
        self.fail()

    def read_directive(self, c: str) -> None:
        match c:
            case "Y":
                if not self.text[self.at : self.at + 4].isdigit() or len(self.text) < self.at + 4:
                    self.fail()
                self.year = self.number(4, 0, 9999)
            case "y":
                value = self.number(2, 0, 99)
                self.year = value + (1900 if value > 68 else 2000)
            case "m":
                self.month = self.number(2, 1, 12)
            case "d":
                self.day = self.number(2, 1, 31)
            case "H":
                self.hour = self.number(2, 0, 23)
            case "I":
                self.hour = self.number(2, 1, 12) % 12
                self.is_afternoon = max(self.is_afternoon, 0)
            case "M":
                self.minute = self.number(2, 0, 59)
            case "S":
                self.second = self.number(2, 0, 61)
            case "f":
                self.fraction()
            case "j":
                self.yearday = self.number(3, 1, 366)
            case "a":
                self.weekday = self.name(DAYS, 3)
            case "A":
                self.weekday = self.name(DAYS, 9)
            case "b":
                self.month = self.name(MONTHS, 3) + 1
            case "B":
                self.month = self.name(MONTHS, 9) + 1
            case "p":
                self.is_afternoon = self.name(["AM", "PM"], 2)
            case "w":
                self.weekday = (self.number(1, 0, 6) + 6) % 7
            case "u":
                self.weekday = self.number(1, 1, 7) - 1
            case "U" | "W":
                self.week = self.number(2, 0, 53)
                self.is_week_from_sunday = c == "U"
            case "z":
                self.offset_here()
            case "Z":
                self.zone_here()
            case "%":
                self.literal("%")
            case _:
                self.read_part(c)

    def read_part(self, c: str) -> None:
        if c != "c" and c != "x" and c != "X":
            raise ValueError("'" + c + "' is a bad directive in format " + repr(self.format))
        self.read_all("%a %b %d %H:%M:%S %Y" if c == "c" else _PARTS[c])

    def literal(self, c: str) -> None:
        if self.text[self.at : self.at + 1].lower() != c.lower():
            self.fail()
        self.at += 1

    def read_all(self, format: str) -> None:
        i = 0
        while i < len(format):
            c = format[i]
            i += 1
            if c == "%":
                if i == len(format):
                    raise ValueError("stray %% in format " + repr(self.format))
                self.read_directive(format[i])
                i += 1
            elif c.isspace():
                while i < len(format) and format[i].isspace():
                    i += 1
                self.blanks()
            else:
                self.literal(c)

    def finish(self) -> None:
        if self.is_afternoon == 1 and self.hour < 12:
            self.hour += 12
        leap_day = self.year < 0 and self.month == 2 and self.day == 29
        year = 1904 if leap_day else (1900 if self.year < 0 else self.year)
        if self.yearday < 0 and self.week >= 0 and self.weekday >= 0 and self.year >= 0:
            self.yearday = self.day_of_week(year)
        if self.yearday >= 0 and self.month == 1 and self.day == 1:
            year, self.month, self.day = date_of(days_before_year(year) + self.yearday)
        if self.day > days_in_month(year, self.month):
            raise ValueError("day is out of range for month")
        self.yearday = days_before_month(year, self.month) + self.day
        if self.weekday < 0:
            self.weekday = (days_before_year(year) + self.yearday + 6) % 7
        self.year = 1900 if leap_day else year

    def day_of_week(self, year: int) -> int:
        first = (days_before_year(year) + 7) % 7  # the weekday of the 1st of January
        weekday = self.weekday
        if self.is_week_from_sunday:
            first = (first + 1) % 7
            weekday = (weekday + 1) % 7
        before = (7 - first) % 7
        return 1 + weekday - first if self.week == 0 else 1 + before + 7 * (self.week - 1) + weekday


def read_time(text: str, format: str) -> Reading:
    reading = Reading(text, format)
    reading.read_all(format)
    if reading.at < len(text):
        raise ValueError("unconverted data remains: " + text[reading.at :])
    reading.finish()
    return reading

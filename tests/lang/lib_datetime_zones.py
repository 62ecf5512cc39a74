# test: lang
# datetime: zones
from datetime import datetime, time, timedelta, timezone, tzinfo, UTC


def attempt(f):
    try:
        print(f())
    except (ValueError, TypeError, NotImplementedError) as e:
        print(type(e).__name__, e)


class Berlin(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=1) + self.dst(dt)

    def dst(self, dt):
        return timedelta(hours=1) if dt is not None and 3 < dt.month < 11 else timedelta(0)

    def tzname(self, dt):
        return "CEST" if self.dst(dt) else "CET"


east = timezone(timedelta(hours=5, minutes=30))
west = timezone(-timedelta(hours=3, minutes=15), "West")
for zone in (timezone.utc, east, west):
    d = datetime(2024, 1, 31, 23, 30, tzinfo=zone)
    print(d, repr(d), d.isoformat(), d.utcoffset(), d.tzname(), d.dst(), d.strftime("%z %Z"), zone, repr(zone), hash(d), d.timestamp())
    print(d.astimezone(timezone.utc), d.astimezone(east), d.replace(tzinfo=None), d.utctimetuple()[:6], d == d.astimezone(west), d + timedelta(1), d.timetz())
berlin = datetime(2024, 7, 1, 12, tzinfo=Berlin())
print(berlin, berlin.tzname(), berlin.dst(), berlin.astimezone(timezone.utc), datetime(2024, 12, 1, tzinfo=Berlin()), berlin.timetuple().tm_isdst)
print(datetime(2024, 7, 1, 12, tzinfo=UTC).astimezone(Berlin()), berlin - datetime(2024, 7, 1, tzinfo=UTC), berlin < datetime(2024, 7, 1, tzinfo=UTC))
print(datetime.fromtimestamp(0, east), datetime.fromtimestamp(1.5, UTC), datetime.now(UTC).tzname())
for text in ("2024-01-02T03:04:05+05:30", "2024-01-02T03:04Z", "2024-01-02T03:04:05.5-00:00:01", "2024-01-02 03:04+00:00", "2024-01-02T03:04+5", "2024-01-02T03:04+24:00"):
    attempt(lambda: repr(datetime.fromisoformat(text)))
print(datetime.strptime("2024-01-02 03:04 +0530", "%Y-%m-%d %H:%M %z"), datetime.strptime("2024-01-02 Z", "%Y-%m-%d %z"))
t = time(12, 30, tzinfo=east)
print(t, repr(t), t.utcoffset(), t.tzname(), t == time(7, tzinfo=UTC), t.strftime("%H %z"), hash(t) == hash(time(7, tzinfo=UTC)), t.replace(tzinfo=None))
print(datetime(2024, 1, 1) == datetime(2024, 1, 1, tzinfo=UTC), timezone(timedelta(0)) == UTC, UTC == east, UTC is timezone.utc)
attempt(lambda: datetime(2024, 1, 1) < datetime(2024, 1, 1, tzinfo=UTC))
attempt(lambda: datetime(2024, 1, 1) - datetime(2024, 1, 1, tzinfo=UTC))
attempt(lambda: timezone(timedelta(1)))
attempt(lambda: timezone(timedelta(hours=-24)))

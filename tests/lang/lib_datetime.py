# test: lang
# datetime.datetime and datetime.time, without zones
from datetime import date, datetime, time, timedelta


def attempt(f):
    try:
        print(f())
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)


d = datetime(2024, 2, 29, 23, 59, 58, 123456)
for x in (d, datetime(1, 1, 1), datetime.max, datetime(2000, 6, 5, 4, 3, 2), datetime(2000, 6, 5, 4), datetime(1999, 1, 2, 3, 4, fold=1)):
    print(x, repr(x), x.isoformat(), x.date(), x.time(), x.weekday(), hash(x), x.timetuple()[:9], x.ctime(), x.fold)
    print(x.strftime("%Y-%m-%d %H:%M:%S.%f %p %I %j %z|%Z|%%f"), f"{x:%d %b}", [x.isoformat(" ", s) for s in ("hours", "minutes", "seconds", "milliseconds", "microseconds")])
    print(datetime.fromisoformat(x.isoformat()) == x, datetime.combine(x.date(), x.time()) == x, x.replace(hour=1, microsecond=0), x.toordinal())
print(d + timedelta(seconds=2), d - timedelta(days=60), d - datetime(2024, 1, 1), (d - datetime(2025, 1, 1)).total_seconds(), d + timedelta(0.5))
print(d < datetime(2024, 3, 1), d == d.replace(), d == d.date(), d != date(2024, 2, 29), max(d, datetime.min), sorted([d, datetime.min])[0])
print(datetime.strptime("2001-11-12 18:31:01.5", "%Y-%m-%d %H:%M:%S.%f"), datetime.strptime("3 Feb 24 1 PM", "%d %b %y %I %p"))
for text in ("2024-01-02", "2024-01-02T03", "2024-01-02 03:04", "2024-01-02T03:04:05", "2024-01-02T03:04:05.678", "2024-01-02T03:04:05,123456789", "20240102T030405", "2024-W01-2T10:00", "2024-01-02T", "2024-01-02T3", "2024-01-02T03:04:", "2024-01-02T25:00", "nope"):
    attempt(lambda: datetime.fromisoformat(text))
attempt(lambda: datetime(2024, 1, 1, 24))
attempt(lambda: datetime(2024, 1, 1, 0, 60))
attempt(lambda: datetime(2024, 1, 1, 0, 0, 60))
attempt(lambda: datetime(2024, 1, 1, 0, 0, 0, 10**6))
attempt(lambda: datetime.max + timedelta(1))
attempt(lambda: d < d.date())
attempt(lambda: d.isoformat(timespec="x"))
attempt(lambda: datetime.strptime("x", "%Y"))
t = time(7, 8, 9, 10)
for u in (t, time(), time(23), time.max, time(1, 2, fold=1)):
    print(u, repr(u), u.isoformat("minutes"), u.hour, u.minute, u.second, u.microsecond, hash(u), u.strftime("%H.%M.%S %f %p"), bool(u), u.replace(minute=30), f"{u:%H}")
print(t < time(8), t == time(7, 8, 9, 10), sorted([t, time(3)]), time.fromisoformat("04:23:01.5"), time.fromisoformat("T0423"), t != time(1))
attempt(lambda: time.fromisoformat("4:23"))
attempt(lambda: time(25))
print(datetime.utcfromtimestamp(1e9 + 0.123457), datetime.utcfromtimestamp(-1.5), datetime.utcfromtimestamp(0), datetime.fromtimestamp(datetime(2020, 7, 1, 12).timestamp()), datetime(2020, 7, 1, 12, 0, 0, 5).timestamp() % 1)
now = datetime.now()
print(now <= datetime.now(), now.tzinfo, abs(datetime.utcnow() - now) < timedelta(days=1), datetime.today().date() == date.today())


class Event:
    def __init__(self, name, start):
        self.name = name
        self.start = start
        self.end = None

    def finish(self, minutes):
        self.end = self.start + timedelta(minutes=minutes)
        return self


events = [Event("b", datetime(2024, 1, 2)).finish(90), Event("a", datetime(2024, 1, 1, 12)).finish(30)]
events.sort(key=lambda e: e.start)
print([(e.name, str(e.end)) for e in events], sum((e.end - e.start for e in events), timedelta()))

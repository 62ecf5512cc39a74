# test: lang
# datetime.date
import datetime
from datetime import date, timedelta


def attempt(f):
    try:
        print(f())
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)


for d in (date(1, 1, 1), date(1900, 3, 1), date(2000, 2, 29), date(2023, 12, 31), date(2021, 1, 3), date.max, date(1970, 1, 1)):
    print(d, repr(d), d.year, d.month, d.day, d.toordinal(), d.weekday(), d.isoweekday(), d.isocalendar(), hash(d), d.ctime())
    print(d.strftime("%a %d %b %Y %j %U %W %V %H:%M:%S %f %x"), f"{d:%d/%m/%y}", f"{d}", d.timetuple()[:8], date.fromordinal(d.toordinal()) == d)
    year, week, day = d.isocalendar()
    print(date.fromisocalendar(year, week, day) == d, d.isocalendar().week, tuple(d.isocalendar()), date.fromisoformat(d.isoformat()) == d)
a = date(2024, 1, 31)
b = date(2023, 12, 25)
print(a - b, (a - b).days, a + timedelta(29), a - timedelta(weeks=1), a > b, a == b, a != b, a <= b, min(a, b), sorted([a, b]))
print(a.replace(day=1), a.replace(2020, 2, 29), a.replace(year=1999), {a: 1}[date(2024, 1, 31)], len({a, b, date(2024, 1, 31)}))
print(a + timedelta(hours=47), timedelta(1) + a, date.resolution, date.min, isinstance(a, date), a == 5, a is None)
for text in ("2024-02-30", "2024-13-01", "20240115", "2024-W05-3", "2024W053", "2024-W53-1", "x", "2024-1-1", "2024-01-01T", "2020-W53", ""):
    attempt(lambda: date.fromisoformat(text))
attempt(lambda: date(2023, 2, 29))
attempt(lambda: date(2023, 0, 1))
attempt(lambda: date(0, 1, 1))
attempt(lambda: date(10000, 1, 1))
attempt(lambda: date.max + timedelta(1))
attempt(lambda: date.min - timedelta(1))
attempt(lambda: date.fromordinal(0))
attempt(lambda: date.fromisocalendar(2021, 53, 1))
attempt(lambda: date.fromisocalendar(2020, 53, 8))
print(date.today() == datetime.datetime.now().date(), date.today() >= date(2024, 1, 1), date.fromtimestamp(86400 * 365.5).year)
days = [date(2024, 2, 27) + timedelta(n) for n in range(4)]
print([str(d) for d in days], [d.strftime("%a") for d in days])

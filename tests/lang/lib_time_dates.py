# test: lang
# Dates of time: struct_time, strftime, strptime
import time
def attempt(f):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
for n in (0, 1700000000, 951782400, -1, 1e9 + 0.7, -86400.5, 4102444799, 253402300799, -62135596800):
    g = time.gmtime(n)
    print(g)
    print(time.asctime(g), time.strftime("%a %A %b %B %c|%d|%e|%H|%I|%j|%m|%M|%p|%S|%U|%W|%w|%u|%V|%G|%g|%x|%X|%y|%Y|%C|%D|%F|%T|%R|%r|%h|%n|%t|%%|%-d|%_d|%-j|%^a|%k|%l|%P|%Q|%", g))
    print(time.mktime(g) - n < 100000, len(g), g[0], g[:3], tuple(g), g.tm_zone, g.tm_gmtoff)
    y, mo, d, h, mi, s, wd, yd, dst = g
    print(y, mo, d, h, mi, s, wd, yd, dst, g == (y, mo, d, h, mi, s, wd, yd, dst), g > (1970, 1, 1, 0, 0, 0, 0, 0, 0))
for text, f in (("2001-11-12 18:31:01", "%Y-%m-%d %H:%M:%S"), ("Nov 5 99 3:04 PM", "%b %d %y %I:%M %p"), ("november 30, 2021", "%B %d, %Y"), ("30/13/2021", "%d/%m/%Y"),
    ("12:30", "%H:%M"), ("12:30 ", "%H:%M"), ("2021-060", "%Y-%j"), ("Mon 2021 05", "%a %Y %W"), ("0 2021 05", "%w %Y %U"), ("31 2 2021", "%d %m %Y"), ("12 AM", "%I %p"), ("12 pm", "%I %p"),
    ("100%", "100%%"), ("2020-02-29", "%Y-%m-%d"), ("Feb 29", "%b %d"), ("Thu Jan  1 00:00:00 1970", "%a %b %d %H:%M:%S %Y"), ("x", "%k"), ("1 2", "%d%m"), ("12/31/98", "%x"), ("abc", "abd"), ("2021-01-01T10:00:00+0530", "%Y-%m-%dT%H:%M:%S%z"), ("10 UTC", "%H %Z")):
    attempt(lambda: time.strptime(text, f))
attempt(lambda: time.strftime("%d", (2000, 13, 1, 0, 0, 0, 0, 0, 0)))
attempt(lambda: time.strftime("%d", (2000, 1, 32, 0, 0, 0, 0, 0, 0)))
attempt(lambda: time.strftime("%H", (2000, 1, 1, 24, 0, 0, 0, 0, 0)))
attempt(lambda: time.asctime((2000, 0 + 1, 1, 0, 0, 0, 0, 0, 0)))
attempt(lambda: time.mktime((2000, 14, 35, 26, 70, 80, 0, 0, -1)))

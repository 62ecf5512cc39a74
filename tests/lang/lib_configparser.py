# test: lang
# configparser: reading, asking, interpolation, writing, and what is wrong
import configparser
import io

TEXT = """
# a comment
[DEFAULT]
home = /home/me
Level: 3

[server]
Host = example.org
port: 8080
debug = Yes
ratio=0.25
path = %(home)s/data
long = one
    two

    three
empty =
url = http://x:1=2
; another

[client]
level = 7
percent = 50%%
deep = %(path2)s!
path2 = <%(home)s>
"""


def attempt(f):
    try:
        print(f())
    except (configparser.Error, ValueError, KeyError) as e:
        print(type(e).__name__, e)


c = configparser.ConfigParser()
c.read_string(TEXT)
print(c.sections(), c.defaults(), len(c), "server" in c, "DEFAULT" in c, "x" in c)
for section in c:
    print(section, [(key, value) for key, value in c[section].items()])
print(c.options("server"))
print(c.getint("server", "port") + 1, c.getfloat("server", "ratio"), c.getboolean("server", "debug"), c.getint("client", "LEVEL"))
print(repr(c.get("server", "long")), repr(c.get("server", "empty")), c.get("client", "percent"), c.get("client", "deep"))
print(c.get("client", "percent", raw=True), c.get("client", "deep", vars={"path2": "V"}), c.items("client"))
print(c.get("server", "none", fallback="f"), c.getint("server", "none", fallback=5), c.getint("nowhere", "none", fallback=6), c.getboolean("server", "none", fallback=True))
server = c["server"]
print(server["host"], server.get("nope"), server.get("nope", "dflt"), server.getint("port"), server.getboolean("debug"), "HOST" in server, list(server)[:3], server)
server["new"] = "value"
c["client"]["level"] = "9"
c["made"] = {"a": "1", "B": "x"}
c.add_section("more")
c.set("more", "k", "line1\nline2")
print(c.remove_option("more", "nope"), c.remove_section("nope"), c.has_option("more", "K"), c.has_section("DEFAULT"))
out = io.StringIO()
c.write(out)
print(out.getvalue())
again = configparser.RawConfigParser({"home": "x"})
again.read_file(io.StringIO(out.getvalue()))
print(again.sections(), again.get("server", "path"), again.items("more"), again.read(["/no/such/file.ini"]))
out = io.StringIO()
again.write(out, False)
print(out.getvalue() == out.getvalue().replace(" = ", "="))
attempt(lambda: c.get("nope", "x"))
attempt(lambda: c.get("server", "nope"))
attempt(lambda: c.add_section("server"))
attempt(lambda: c.add_section("DEFAULT"))
attempt(lambda: c["nope"].name)
attempt(lambda: c["server"]["nope"])
attempt(lambda: c.set("nope", "a", "b"))
attempt(lambda: c.set("server", "a", "50%"))
attempt(lambda: c.set("server", "a", "%(x)"))
attempt(lambda: c.getboolean("server", "host"))
attempt(lambda: c.options("nope"))
for bad in ("a = 1\n", "[a]\nnonsense\nb = 1\n= 3\n", "[a]\nx=1\n[a]\n", "[a]\nx=1\nX=2\n", "[a]\nx=%(nope)s\ny=%(y)s\nz=%z\nw=%(w"):
    p = configparser.ConfigParser()
    attempt(lambda: p.read_string(bad))
for option in ("x", "y", "z", "w"):
    attempt(lambda: p.get("a", option))
try:
    p.get("a", "x")
except configparser.InterpolationMissingOptionError as e:
    print(e.reference, e.option, e.section, repr(e) == str(e))

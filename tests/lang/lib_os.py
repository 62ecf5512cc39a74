# test: lang
# os and os.path.
import os
import os.path
from os.path import join, splitext

print(os.sep, repr(os.linesep), os.name, os.curdir, os.pardir)
print(join("a", "b", "c.txt"), join("a/", "b"), join("a", "/b"), join("", "x"), join("a", ""), os.path.join("x"))
for p in ("/usr/lib/x.tar.gz", "name", "/", "//a//b//", "a/.hidden", "a/b.c/d", "...x", ".x.y", "", "a/b/"):
    print(os.path.split(p), os.path.basename(p), os.path.dirname(p), splitext(p), os.path.isabs(p), os.path.normpath(p))
print(os.path.normpath("a/../../b/./c//d/.."), os.path.normpath("/../x"), os.path.normpath("//x/.."))
print(os.path.exists("/"), os.path.isdir("/"), os.path.isfile("/"), os.path.exists("/no/such/thing"), os.path.isfile("/etc/passwd"))
base = join("/tmp", "weft_os_test_" + str(os.getpid()))
os.mkdir(base)
os.makedirs(join(base, "x", "y", "z"), exist_ok=True)
os.makedirs(join(base, "x", "y"), exist_ok=True)
print(sorted(os.listdir(base)), os.listdir(join(base, "x", "y")), os.path.isdir(join(base, "x/y/z")))
with open(join(base, "f.txt"), "w") as f:
    f.write("hi")
os.rename(join(base, "f.txt"), join(base, "g.txt"))
print(sorted(os.listdir(base)), os.path.isfile(join(base, "g.txt")))
os.remove(join(base, "g.txt"))
os.rmdir(join(base, "x/y/z"))
os.rmdir(join(base, "x/y"))
os.rmdir(join(base, "x"))
os.rmdir(base)
print(os.path.exists(base))
for bad in (lambda: os.remove("/no/such"), lambda: os.mkdir("/"), lambda: os.rmdir("/no/such/folder"), lambda: os.rename("/no/a", "/no/b"), lambda: os.makedirs("/tmp")):
    try:
        bad()
    except OSError as e:
        print(type(e).__name__, e, e.errno)
print(os.getenv("NO_SUCH_VARIABLE"), os.getenv("NO_SUCH_VARIABLE", "d"), os.environ.get("NO_SUCH_VARIABLE", "x"), "NO_SUCH_VARIABLE" in os.environ, "PATH" in os.environ)
try:
    os.environ["NO_SUCH_VARIABLE"]
except KeyError as e:
    print("KeyError", e)
print(os.getcwd().startswith("/"), os.getpid() > 0)

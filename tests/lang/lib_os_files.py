# test: lang
# os: scandir, walk, stat, files by number, the environment; os.path on paths and files; glob
import glob
import os
from os.path import commonprefix, commonpath, join, relpath

base = join("/tmp", "weft_os_files_" + str(os.getpid()))
os.makedirs(join(base, "a", "b"))
os.mkdir(join(base, ".c"))
for name in ("one.txt", "two.txt", "three.md", "a/four.txt", "a/b/five.txt", ".c/six.txt", ".seven"):
    with open(join(base, name), "w") as f:
        f.write(name * 3)
os.symlink("one.txt", join(base, "link"))
with os.scandir(base) as entries:
    for entry in sorted(entries, key=lambda e: e.name):
        print(entry.name, entry.path == join(base, entry.name), entry.is_file(), entry.is_dir(), entry.is_symlink(), entry)
print(sorted((root[len(base):], sorted(dirs), sorted(files)) for root, dirs, files in os.walk(base)))
for root, dirs, files in os.walk(base):
    dirs[:] = [d for d in dirs if d != "b"]
    print(sorted(files), end=" ")
print([os.path.basename(root) for root, _, _ in os.walk(join(base, "a"), topdown=False)])
print(list(os.walk(join(base, "nowhere"))))
info = os.stat(join(base, "one.txt"))
print(info.st_size, os.path.getsize(join(base, "one.txt")), info[6], info.st_mtime == os.path.getmtime(join(base, "one.txt")), info.st_mtime > 1e9)
print(os.path.islink(join(base, "link")), os.path.isfile(join(base, "link")), os.lstat(join(base, "link")).st_size, os.path.lexists(join(base, "no")))
print(os.path.samefile(join(base, "link"), join(base, "one.txt")), os.path.realpath(join(base, "a", "..", "link")) == join(os.path.realpath(base), "one.txt"))


def found(pattern, recursive=False):
    print(pattern, sorted(p[len(base) + 1:] for p in glob.glob(join(base, pattern), recursive=recursive)))


for pattern in ("*", "*.txt", "?hree*", "*/*.txt", "[ot]*.txt", "[!o]*.txt", ".*", "a/../a/*", "one.txt", "none", "*/", "a/b/"):
    found(pattern)
found("**", True)
found("**/*.txt", True)
found("a/**/f*", True)
os.chdir(base)
print(sorted(glob.glob("*.txt")), sorted(glob.iglob("**/*.txt", recursive=True)), glob.escape("a[1]*?"), glob.has_magic("a?"))
fd = os.open("new", os.O_RDWR | os.O_CREAT)
print(os.write(fd, b"hello world"), os.lseek(fd, 6, os.SEEK_SET), os.read(fd, 3), os.lseek(fd, 0, os.SEEK_END), os.read(fd, 5), os.isatty(fd))
os.close(fd)
os.replace("new", "newer")
print(open("newer").read(), os.path.exists("new"))
for bad in (lambda: os.open("/no/such", os.O_RDONLY), lambda: os.stat("/no/such").st_size, lambda: os.path.getsize("/no/such"), lambda: len(os.listdir("/no/such")), lambda: os.read(9999, 1) == b""):
    try:
        bad()
    except OSError as e:
        print(type(e).__name__, e)
os.chdir("/")
os.environ["WEFT_TEST_X"] = "1"
print(os.environ["WEFT_TEST_X"], os.getenv("WEFT_TEST_X"), "WEFT_TEST_X" in os.environ, os.system("test $WEFT_TEST_X = 1"), os.system("exit 3"))
del os.environ["WEFT_TEST_X"]
print(os.getenv("WEFT_TEST_X"), os.environ.get("WEFT_TEST_X", "gone"), os.environ.setdefault("WEFT_TEST_Y", "2"), os.environ.pop("WEFT_TEST_Y"), os.system("test -z \"$WEFT_TEST_Y\""))
print(len(os.urandom(10)), os.cpu_count() >= 1, os.strerror(2))
print(commonprefix(["abcd", "abxx", "ab"]), repr(commonprefix([])), commonpath(["/a/b/c", "/a/b", "/a/bc"]), commonpath(["a/b", "a/./c"]))
print(relpath("/a/b/c", "/a/d"), relpath("/a", "/a"), relpath("/a/b", "/"), relpath("x/../y"), os.path.abspath("a/../b"))
print(os.path.expanduser("~") == os.environ.get("HOME"), os.path.expanduser("~nobody_here/x"), os.path.expanduser("a~"))
os.environ["WEFT_V"] = "val"
for text in ("$WEFT_V/x", "${WEFT_V}y", "$NOT_SET_W", "${NOT_SET_W}", "a$", "$WEFT_V$WEFT_V", "$", "${WEFT_V", "$é"):
    print(os.path.expandvars(text))
for name in ("a/four.txt", "a/b/five.txt", ".c/six.txt", "one.txt", "two.txt", "three.md", "link", "newer"):
    os.remove(join(base, name))
os.rmdir(join(base, ".c"))
os.removedirs(join(base, "a", "b"))  # stops at base, which holds .seven: above it an empty /tmp would go, too
print(os.listdir(base))
os.remove(join(base, ".seven"))
os.rmdir(base)
print(os.path.exists(base))

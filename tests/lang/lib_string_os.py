# test: lang
# string constants and templates of text, os.path on names.
import os.path
import string

print(string.ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits, string.octdigits, repr(string.whitespace), string.punctuation)
print(len(string.printable), string.capwords("hello  big   world"), string.capwords("a-b-c", "-"))
print(os.path.join("a", "b", "c.txt"), os.path.join("a/", "b"), os.path.join("a", "/b"), os.path.join(""), os.path.join("a", ""))
print(os.path.basename("/x/y.txt"), os.path.dirname("/x/y.txt"), os.path.split("/x/y/"), os.path.splitext("a.tar.gz"), os.path.splitext(".rc"), os.path.splitext("noext"))
print(os.path.normpath("a//b/../c/./d"), os.path.isabs("/a"), os.path.isabs("a"), os.path.commonprefix(["abc", "abd"]), os.path.exists("/no/such"), os.path.isdir("/"), os.path.isfile("/"))
print(os.sep, os.linesep == "\n", os.path.sep, os.extsep)

# test: lang
# fnmatch: all patterns of a few characters against names
import fnmatch

names = ["", "a", "b", "ab", "a.txt", "abc.TXT", ".hidden", "a]b", "[x]", "x-y", "a*b", "aXbXc", "ab\nc", "é"]
patterns = ["*", "?", "a*", "*.txt", "*.TXT", "[ab]", "[!a]", "[a-c]*", "[]ab]*", "[!]a]*", "*[", "a[*]b", "[[]x]", "*b*c", "**", "?*?", "x[-]y", "[x-a]", "[a-]", "a", "", "[!", "a?b", "*é"]
for pattern in patterns:
    print(pattern, [name for name in names if fnmatch.fnmatch(name, pattern)], fnmatch.filter(names, pattern) == [n for n in names if fnmatch.fnmatchcase(n, pattern)])
print(fnmatch.fnmatch("a" * 50, "*a" * 10 + "b"))

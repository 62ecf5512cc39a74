# test: lang
# % with dicts of any keys in one program.
print("%s" % {1: 2})
print("%(a)s" % {"a": 1})
t = "%(x)d-%(y)d"
print(t % {"x": 1, "y": 2})
print("%s" % [1, 2], "%s" % {3}, "%r" % None)
d = {1: "one", 2: "two"}
print("%s" % d, "%(a)s and %(a)r" % {"a": "q"}, "100%%" % {}, "%s|" % {})
for key in ("%(b)s", "%(a)s"):
    try:
        print(key % {"a": 2.5})
    except KeyError as e:
        print("KeyError", e)
try:
    print("%(1)s" % d)
except KeyError as e:
    print("KeyError", e)

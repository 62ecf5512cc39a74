# test: lang
# standalone: a "b c" "" ä
import sys

print(len(sys.argv))
for arg in sys.argv[1:]:
    print(repr(arg))

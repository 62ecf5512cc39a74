# test: lang
# standalone
import sys

print("before", end="")
if len(sys.argv) == 1:
    sys.exit(3)
print("after")

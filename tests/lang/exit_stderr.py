# test: lang
# standalone:
# Standard error.

import sys

print("to out")
print("to err", 1, 2, sep="-", file=sys.stderr)
sys.stderr.write("more\n")
print("to out again")

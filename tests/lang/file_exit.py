# test: lang
# standalone:
# A file left open is written at the end, and so is what was printed before an exception ends the program.
import sys

f = open("/dev/stderr", "w")
f.write("kept until the end\n")
print("printed")
sys.exit(0)

# test: lang
# Bigger outputs, long lines, flushing, repr of control characters.

import sys

line = "0123456789" * 30
print(line)
print(len(line * 100), (line * 100)[-5:])
for i in range(300):
    print(i, end=",")
print()
print("\t|\x01|\x1f|", repr("\t\x01\x1f\x7f"), sep="~")
sys.stdout.write("no newline at the end of this line, then one\n")
print("é日😀", "\u00ff", sep=" ")
text = ""
for i in range(1000):
    text += chr(32 + i % 90)
print(text)
print(*range(20), sep="\n" if len(text) < 5 else " ")

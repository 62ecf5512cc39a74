# test: lang
# input() and sys.stdin at the end of the input.
import sys

print(repr(sys.stdin.read()), repr(sys.stdin.readline()), sys.stdin.readlines())
for line in sys.stdin:
    print(line)
try:
    input("prompt> ")
except EOFError as e:
    print(e)
print(sys.stdin.buffer.read(), sys.stdin.buffer.readline())

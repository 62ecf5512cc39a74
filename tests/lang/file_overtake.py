# test: lang
# standalone:
# Bytes written to sys.stdout.buffer overtake text that CPython's text layer holds back: up to 8192 bytes of it.
import sys

print("held")
sys.stdout.buffer.write(b"overtakes\n")
print("more text")
sys.stdout.buffer.write(b"overtakes, too\n")
print("x" * 8200)
sys.stdout.buffer.write(b"after that\n")
print("flushed", flush=True)
sys.stdout.buffer.write(b"behind\n")
for i in range(3000):
    print("line", i)
    if i % 500 == 0:
        sys.stdout.buffer.write(b"--\n")
with open("/dev/null", "w") as f:
    f.write("x")
    f.buffer.write(b"y")

# test: lang
# sys.stdout, its buffer, and files that are left open.
import sys

print(sys.stdout.write("abc\n"), file=sys.stderr)
sys.stdout.writelines(["x", "y", "\n"])
print("to stdout", file=sys.stdout, flush=True)
sys.stdout.buffer.write(b"bytes\n")
sys.stdout.flush()
print("text first")
sys.stdout.flush()
print(sys.stdout.fileno(), sys.stderr.fileno(), sys.stdin.fileno(), sys.stdout.name, sys.stdout.mode, sys.stdin.mode, sys.stdout.encoding)
sys.stderr.write("error text\n")
sys.stdout.flush()
sys.stdout.buffer.write("é\n".encode())
sys.stdout.buffer.flush()
name = "weft_file_stdio.txt"
f = open(name, "w")
f.write("left open")
f = open(name + "2", "w")
f.write("also left open")
print(open(name).read())

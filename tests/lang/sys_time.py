# test: lang
# sys and time, as far as their answers are the same everywhere.

import sys
import time

print(sys.maxsize, len(sys.argv) > 0, isinstance(sys.argv[0], str))
a = time.time()
b = time.perf_counter()
total = 0
for i in range(1000):
    total += i
print(total, time.perf_counter() >= b, time.time() >= a - 1, time.time() > 1500000000.0, isinstance(a, float))
print(time.process_time() >= 0.0, time.monotonic() > 0)
time.sleep(0.001)
sys.stdout.write("written\n")
print("to stdout", file=sys.stdout)
print("x", end="", flush=True)
sys.stdout.flush()
print()

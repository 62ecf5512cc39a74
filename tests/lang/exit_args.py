# test: lang
# standalone: one "two words" 3 é ""
# The arguments of the program.

import sys

print(len(sys.argv), sys.argv[1:], sys.argv[2].split())
total = 0
for a in sys.argv[1:]:
    try:
        total += int(a)
    except ValueError:
        total += 100
print(total)
if __name__ == "__main__":
    print("main", __name__)
sys.exit(total % 256)

# test: lang
# standalone:
import sys

print("fine")
sys.exit()
print("not reached")

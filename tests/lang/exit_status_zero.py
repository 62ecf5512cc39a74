# test: lang
# standalone:
import sys

print("zero")
sys.exit(0)

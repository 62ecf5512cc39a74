# test: lang
# standalone:
import sys

sys.exit(len(sys.argv) == 1)

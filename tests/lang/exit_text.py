# test: lang
# standalone:
# sys.exit with a text: on standard error, status 1.

import sys

print("out")
sys.exit("a last message")

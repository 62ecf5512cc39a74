# test: lang
# standalone:
# SystemExit can be caught; its code is kept.

import sys

for code in (3, 0, 255):
    try:
        sys.exit(code)
    except SystemExit as e:
        print("caught", e, e.code, e.args)
try:
    raise SystemExit(4)
except BaseException as e:
    print(type(e).__name__)
raise SystemExit(42)

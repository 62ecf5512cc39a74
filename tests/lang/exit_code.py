# test: lang
# standalone:
# sys.exit with a number; output before it is flushed, finally blocks run.

import sys


def leave():
    try:
        print("leaving", end="")
        sys.exit(7)
    finally:
        print("finally")


try:
    leave()
except Exception:
    print("SystemExit is no Exception")

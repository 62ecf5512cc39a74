# test: lang
# An exception passes through many handlers, and is raised again in them.
import sys

sys.setrecursionlimit(100000)

cleaned = 0


def through_finally(n):
    global cleaned
    try:
        if n == 0:
            raise ValueError("the bottom")
        return through_finally(n - 1) + 1
    finally:
        cleaned += 1


def through_except(n):
    try:
        if n == 0:
            raise ValueError("the bottom")
        return through_except(n - 1) + 1
    except KeyError:
        return 0


def through_raise(n):
    try:
        if n == 0:
            raise ValueError("the bottom")
        return through_raise(n - 1) + 1
    except ValueError as e:
        if n % 2:
            raise
        raise e


for f in (through_finally, through_except, through_raise):
    try:
        f(2000)
    except ValueError as e:
        print("caught", e)
print(cleaned)

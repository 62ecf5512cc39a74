# test: lang
# throw: an exception comes out of the yield.


class Retry(Exception):
    pass


def worker():
    state = 0
    while True:
        try:
            yield state
            state += 1
        except Retry as e:
            print("retry", e)
            state = 100
        except ValueError:
            print("giving up")
            return


w = worker()
print(next(w), next(w), w.throw(Retry("now")), next(w))
try:
    w.throw(ValueError("x"))
except StopIteration:
    print("ended")


def plain():
    yield 1
    yield 2


p = plain()
next(p)
try:
    p.throw(KeyError("k"))
except KeyError as e:
    print("out again", e)
print(list(p))
q = plain()
try:
    q.throw(KeyError("early"))
except KeyError as e:
    print(e)
print(list(q))

# test: lang
# Each StopIteration is an object of its own, with the exception that was being handled as its context.
from itertools import islice

seen = []


def first(items):
    try:
        return next(items)
    except StopIteration as e:
        seen.append(e)
    return None


def gen():
    yield 1


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Silent:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        print("exit", kind is StopIteration, repr(error), repr(error.__context__))
        return True


def leave():
    print("finally")
    first(iter([]))
    print(repr(seen[-1].__context__), seen[-1].__context__.__context__)
    try:
        raise ValueError from seen[-1]
    except ValueError as v:
        print(repr(v.__cause__), v.__cause__ is seen[-1])
    seen.append(StopIteration(1))
    try:
        raise seen[-1]
    except StopIteration as e:
        print(e is seen[-1], repr(e), repr(e.__context__))


def context_of(action):
    try:
        action()
    except StopIteration as e:
        return repr(e.__context__), e.__suppress_context__
    return None


first(iter([]))
first(iter(""))
first(iter({}))
print(seen[0] is seen[1], seen[1] is seen[2], [repr(e.__context__) for e in seen])
first(Countdown(0))
print(len(seen), seen[3] is seen[0])
done = gen()
next(done)
try:
    [][1]
except IndexError:
    print(context_of(lambda: next(iter([]))))
    print(context_of(lambda: next(done)), context_of(lambda: done.send(None)), context_of(lambda: done.__next__()))
    print(context_of(lambda: next(Countdown(0))))
    print(context_of(lambda: next(islice([1], 0))), context_of(lambda: next(zip())), context_of(lambda: iter({}).__next__()))
    print(next(iter([]), "default"), list(Countdown(2)), max([], default=3))
    with Silent():
        next(iter(()))
    with Silent():
        try:
            next(iter(()))
        finally:
            leave()

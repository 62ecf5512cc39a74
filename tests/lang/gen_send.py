# test: lang
# send: values go in where the generator waits.


def averager():
    total = 0.0
    count = 0
    average = 0.0
    while True:
        x = yield average
        if x is None:
            break
        total += x
        count += 1
        average = total / count


avg = averager()
print(next(avg), avg.send(10.0), avg.send(20.0), avg.send(60.0))
try:
    next(avg)
except StopIteration:
    print("stopped")


def echo():
    received = []
    while len(received) < 3:
        received.append((yield len(received)))
    yield sum(received)


e = echo()
print(e.send(None), e.send(5), e.send(6), e.send(7))
fresh = echo()
try:
    fresh.send(1)
except TypeError as error:
    print(error)
print(next(fresh), fresh.send(2))

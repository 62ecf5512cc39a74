# test: lang
# A generator runs only when it is asked.


log = []


def noisy(name, n):
    log.append(name + " starts")
    for i in range(n):
        log.append(f"{name} {i}")
        yield i
    log.append(name + " ends")


a = noisy("a", 2)
log.append("made")
b = (x * 10 for x in a)
log.append("wrapped")
print(next(b))
log.append("one")
print(list(b))
for line in log:
    print(line)
log.clear()
print(list(zip(noisy("p", 3), noisy("q", 2))))
print(log)
log.clear()
print(any(x == 1 for x in noisy("r", 5)), log)

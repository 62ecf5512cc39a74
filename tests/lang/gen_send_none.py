# test: lang
# next() sends None.


def listen():
    while True:
        got = yield
        print("got", got)


g = listen()
next(g)
g.send("text")
next(g)
g.send("more")


def bare():
    yield
    yield


print(list(bare()), [x is None for x in bare()])

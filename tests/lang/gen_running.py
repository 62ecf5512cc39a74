# test: lang
# A generator that resumes itself.


def itself():
    yield 1
    yield next(me)


me = itself()
print(next(me))
try:
    next(me)
except ValueError as e:
    print(e)
print(list(me))


def closer():
    try:
        yield 1
        closing.close()
    except ValueError as e:
        print(e)


closing = closer()
print(list(closing))

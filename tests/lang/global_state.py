# test: lang
# Global state through functions, classes and containers.

count = 0
table = {}
stack = []
mode = None


def push(x):
    global count, mode
    stack.append(x)
    count += 1
    mode = "pushed" if mode is None else mode + "!"
    return len(stack)


def pop():
    global count
    count -= 1
    return stack.pop()


def swap():
    global stack
    stack = stack[::-1]


def remember(k, v):
    table.setdefault(k, []).append(v)


push(1)
push(2)
push(3)
swap()
print(pop(), stack, count, mode)
for i in range(4):
    remember(i % 2, i)
print(table)


class Config:
    debug = False
    level = 0


def bump():
    Config.level += 1
    Config.debug = not Config.debug
    return Config.level


bump()
bump()
print(Config.level, Config.debug, bump(), Config().debug)


def shadow():
    count = 99
    return count


print(shadow(), count)


def reset():
    global table
    table = {}
    del stack[:]


reset()
print(table, stack, globals_ok if (globals_ok := True) else False)

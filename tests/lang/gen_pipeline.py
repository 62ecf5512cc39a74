# test: lang
# Pipelines of generators.


def read(text):
    for line in text.split("\n"):
        yield line.strip()


def numbers(lines):
    for line in lines:
        if line and not line.startswith("#"):
            yield int(line)


def running(xs):
    total = 0
    for x in xs:
        total += x
        yield total


def chunks(items, n):
    chunk = []
    for x in items:
        chunk.append(x)
        if len(chunk) == n:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


text = """# head
1
2

 3
# tail
4
5"""
print(list(running(numbers(read(text)))))
print(list(chunks(running(numbers(read(text))), 2)))
print(sum(len(c) for c in chunks((x for x in range(10) if x % 3), 4)))

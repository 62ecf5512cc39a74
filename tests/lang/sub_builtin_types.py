# test: lang
# Subclasses of list, dict.


class Stack(list):
    def push(self, x):
        self.append(x)

    def peek(self):
        return self[-1]


s = Stack()
s.push(1)
s.push(2)
print(s, len(s), s.peek(), s.pop(), s, isinstance(s, list), s == [1])
for x in s:
    print(x)


class Default(dict):
    def __missing__(self, key):
        return "no " + str(key)


d = Default()
d["a"] = "b"
print(d["a"], d["z"], d.get("z"), "z" in d, len(d))

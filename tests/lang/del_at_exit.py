# test: lang
# standalone:
# What is alive at the end is finalised then; an exception in a finalizer is not the program's.
class Resource:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("close", self.name)


class Logged(Resource):
    def __init__(self, name, log):
        super().__init__(name)
        self.log = log

    def __del__(self):
        self.log.append(self.name)
        print("log has", len(self.log))


log = ["start"]
first = Resource("first")
second = Logged("second", log)
print("end", first.name, second.name)

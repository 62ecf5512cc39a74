# test: lang
# standalone:
# The traceback's last line uses str() of the exception.


class Coded(Exception):
    def __init__(self, code):
        self.code = code

    def __str__(self):
        return f"code {self.code}"


def fail():
    raise Coded(5)


fail()

# test: lang
# The reflected method of a subclass that overrides it goes first.
class M:
    def __sub__(self, o):
        return "M.sub"
    def __rsub__(self, o):
        return "M.rsub"
class S(M):
    def __rsub__(self, o):
        return "S.rsub"
class T(M):
    pass
print(M() - S(), M() - T(), S() - M(), M() - M(), S() - S(), S() - T())
for x in (M(), S(), T()):
    for y in (M(), S(), T()):
        print(x - y)

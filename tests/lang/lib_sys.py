# test: lang
# sys: the version, limits, properties of floats.
import sys
print(sys.version_info >= (3, 8), sys.version_info[0], sys.version_info.major, sys.version_info < (3, 12))
print(sys.version_info == (3, 11, 2, "final", 0), sys.version_info > (3,), sys.version_info <= (3, 11), len(sys.version_info))
major, minor, micro, level, serial = sys.version_info
print(major, minor, micro, sys.version_info.releaselevel)
print(sys.maxsize, sys.platform, sys.byteorder, sys.getrecursionlimit(), sys.intern("abc"))
sys.setrecursionlimit(5000)
print(sys.getrecursionlimit())
try:
    sys.setrecursionlimit(0)
except ValueError as e:
    print(e)
print(sys.float_info.max, sys.float_info.min, sys.float_info.epsilon, sys.float_info.dig, sys.float_info.mant_dig, sys.float_info.radix)
print(1.0 + sys.float_info.epsilon > 1.0, sys.float_info.max * 2, sys.implementation.name, sys.maxunicode, sys.getdefaultencoding())
if sys.version_info < (3, 5):
    print("old")
else:
    print("new")

# test: lang
# maketrans and translate.

t = str.maketrans("abc", "xyz")
print("aabbccdd".translate(t), t == {97: 120, 98: 121, 99: 122})
t = str.maketrans("ab", "xy", "cd")
print("abcdef".translate(t), len(t))
print("hello".translate({104: "J", 108: None}), "hello".translate({104: 72, 101: 0x1F600}), "abc".translate({97: "", 98: "BB"}))
print("héllo".translate(str.maketrans({"é": "e", "l": "L"})), "a-b".translate(str.maketrans("", "", "-")), "x".translate(str.maketrans({120: "long"})))
print("".translate({1: "a"}), "😀a".translate({0x1F600: ":)"}))
try:
    str.maketrans("ab", "c")
except ValueError as e:
    print(e)
try:
    str.maketrans({"ab": "c"})
except ValueError as e:
    print(e)

# test: lang
# string: constants, capwords, Template.
import string
from string import ascii_lowercase, Template

print(ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits, string.octdigits)
print(string.punctuation, repr(string.whitespace), len(string.printable), string.ascii_letters == string.ascii_lowercase + string.ascii_uppercase)
print(string.capwords("hello  big   world"), string.capwords("a-b-c", "-"), repr(string.capwords("")), string.capwords(" x y "))
t = Template("$name has $$${amount} in ${name}s box")
print(t.substitute({"name": "Ann", "amount": "5"}), t.safe_substitute({"name": "Bob"}), t.template)
try:
    t.substitute({"name": "x"})
except KeyError as e:
    print("KeyError", e)
for bad in ("a $ b", "x\ny $", "${", "${a b}", "\n\n  $1"):
    try:
        print(Template(bad).substitute({"a": "1"}))
    except ValueError as e:
        print(e)
    print(repr(Template(bad).safe_substitute({"a": "1"})))
counts = {c: 0 for c in ascii_lowercase[:3]}
print(counts, "x" in string.digits, ascii_lowercase.index("k"))

# test: lang
# The message of int() shows 200 characters of what cannot be read.

for n in (10, 196, 197, 198, 199, 200, 300):
    for base in (10, 16):
        try:
            print(int("z" * n, base))
        except ValueError as error:
            print(n, error)
try:
    float("z" * 300)
except ValueError as error:
    print(error)

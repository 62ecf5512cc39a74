# test: lang
# input() at the end of the file.
try:
    print(repr(input("prompt> ")))
except EOFError as e:
    print("EOF", e)

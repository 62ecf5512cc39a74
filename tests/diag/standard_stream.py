# test: diag
# Standard streams cannot be exchanged: print() would go on writing to the old one.
import sys

sys.stdout = open("log.txt", "w")  #! U0118 1: not supported: another standard stream, because print() and input() use those that the program was started with; instead give the file to print(.., file=f), or call its methods
print("to the log")

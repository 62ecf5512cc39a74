# test: lang
# getopt: short and long options, prefixes, gnu_getopt, and what is wrong
import getopt


def attempt(function, args, short, names=[]):
    try:
        print(function(args, short, names))
    except getopt.GetoptError as e:
        print("error:", e, repr(e.msg), repr(e.opt))


attempt(getopt.getopt, ["-a", "-bvalue", "-c", "x", "rest", "-d"], "ab:c:d")
attempt(getopt.getopt, ["-abc", "--", "-a"], "abc")
attempt(getopt.getopt, ["--output=file", "--verbose", "in"], "", ["output=", "verbose"])
attempt(getopt.getopt, ["--out", "file", "--verb"], "", ["output=", "verbose"])
attempt(getopt.gnu_getopt, ["one", "-a", "two", "--long", "-b", "3", "-", "--", "-a"], "ab:", ["long"])
attempt(getopt.gnu_getopt, ["one", "-a"], "+a")
attempt(getopt.getopt, ["-x"], "a")
attempt(getopt.getopt, ["-b"], "b:")
attempt(getopt.getopt, ["-:"], "a:")
attempt(getopt.getopt, ["--nope"], "", ["output="])
attempt(getopt.getopt, ["--output"], "", ["output="])
attempt(getopt.getopt, ["--verbose=1"], "", ["verbose"])
attempt(getopt.getopt, ["--ver"], "", ["verbose", "version"])
attempt(getopt.getopt, ["--ver"], "", ["ver", "version"])
attempt(getopt.getopt, ["--ver=1"], "", ["ver=", "version"])
attempt(getopt.getopt, ["--="], "", ["ver="])
attempt(getopt.getopt, [], "a")
options, rest = getopt.getopt("-n 5 --name=x y z".split(), "n:", ["name="])
settings = dict(options)
print(int(settings["-n"]) + 1, settings.get("--name"), rest)
try:
    getopt.getopt(["-q"], "")
except getopt.error as e:
    print(type(e).__name__, e.args)

# getopt: options of a command line, as the C function of that name takes them apart.
import os


class GetoptError(Exception):
    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        super().__init__(msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def _names(longopts):
    return [longopts] if isinstance(longopts, str) else list(longopts)


def getopt(args, shortopts, longopts=[]):
    return _scan(list(args), shortopts, _names(longopts), False)


def gnu_getopt(args, shortopts, longopts=[]):
    is_mixed = True
    if shortopts.startswith("+"):
        shortopts = shortopts[1:]
        is_mixed = False
    elif os.getenv("POSIXLY_CORRECT"):
        is_mixed = False
    return _scan(list(args), shortopts, _names(longopts), is_mixed)


def _scan(args: list[str], short: str, names: list[str], is_mixed: bool) -> tuple[list[tuple[str, str]], list[str]]:
    options: list[tuple[str, str]] = []
    others: list[str] = []
    i = 0
    while i < len(args):
        arg = args[i]
        if arg == "--":
            i += 1
            break
        if arg.startswith("--"):
            i = _take_long(options, arg[2:], names, args, i + 1)
        elif arg.startswith("-") and arg != "-":
            i = _take_short(options, arg[1:], short, args, i + 1)
        elif is_mixed:
            others.append(arg)
            i += 1
        else:
            break
    return options, others + args[i:]


def _take_long(options: list[tuple[str, str]], text: str, names: list[str], args: list[str], i: int) -> int:
    # Gives where the arguments go on.
    opt, equals, value = text.partition("=")
    name, takes_value = _long_name(opt, names)
    if takes_value:
        if equals == "":
            if i == len(args):
                raise GetoptError("option --" + name + " requires argument", name)
            value = args[i]
            i += 1
    elif equals != "":
        raise GetoptError("option --" + name + " must not have an argument", name)
    options.append(("--" + name, value))
    return i


def _long_name(opt: str, names: list[str]) -> tuple[str, bool]:
    # The option's whole name, and whether it takes a value.
    possible = [name for name in names if name.startswith(opt)]
    if len(possible) == 0:
        raise GetoptError("option --" + opt + " not recognized", opt)
    if opt in possible:
        return opt, False
    if opt + "=" in possible:
        return opt, True
    if len(possible) > 1:
        raise GetoptError("option --" + opt + " not a unique prefix", opt)
    only = possible[0]
    return (only[:-1], True) if only.endswith("=") else (only, False)


def _take_short(options: list[tuple[str, str]], letters: str, short: str, args: list[str], i: int) -> int:
    while letters != "":
        opt = letters[0]
        letters = letters[1:]
        value = ""
        if _short_takes_value(opt, short):
            if letters == "":
                if i == len(args):
                    raise GetoptError("option -" + opt + " requires argument", opt)
                letters = args[i]
                i += 1
            value = letters
            letters = ""
        options.append(("-" + opt, value))
    return i


def _short_takes_value(opt: str, short: str) -> bool:
    at = short.find(opt)
    if at < 0 or opt == ":":
        raise GetoptError("option -" + opt + " not recognized", opt)
    return short.startswith(":", at + 1)

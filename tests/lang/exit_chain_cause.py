# test: lang
# standalone:
# An explicit cause prints both tracebacks.


class ConfigError(Exception):
    pass


def load(text):
    try:
        return int(text)
    except ValueError as e:
        raise ConfigError(f"bad number {text!r}") from e


def main():
    print(load("12"))
    print(load("x1"))


main()

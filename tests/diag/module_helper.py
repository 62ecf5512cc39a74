value = 1


def shout(text):
    return text + "!"

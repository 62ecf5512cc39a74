# test: example 300
"""Dhrystone in Python: the statement mix of systems programs of the 1980s, with records, enumerations, strings and arrays.

At the end all variables have known values, which are checked.

    python3.11 examples/pystone.py [passes]
"""

import sys

IDENT_1, IDENT_2, IDENT_3, IDENT_4, IDENT_5 = 0, 1, 2, 3, 4

SOME_STRING = "DHRYSTONE PROGRAM, SOME STRING"
FIRST_STRING = "DHRYSTONE PROGRAM, 1'ST STRING"
SECOND_STRING = "DHRYSTONE PROGRAM, 2'ND STRING"
THIRD_STRING = "DHRYSTONE PROGRAM, 3'RD STRING"


class Record:
    def __init__(self, next_record, discriminant, enumeration, number, text):
        self.next_record = next_record
        self.discriminant = discriminant
        self.enumeration = enumeration
        self.number = number
        self.text = text

    def copy(self):
        return Record(self.next_record, self.discriminant, self.enumeration, self.number, self.text)


class World:
    """The benchmark's global variables."""

    def __init__(self):
        self.number = 0
        self.flag = False
        self.first_char = "\0"
        self.second_char = "\0"
        self.vector = [0] * 51
        self.matrix = [[0] * 51 for _ in range(51)]
        self.next_record = Record(None, IDENT_1, IDENT_1, 0, "")
        self.record = Record(self.next_record, IDENT_1, IDENT_3, 40, SOME_STRING)


world = World()


def transform_record(record):
    following = world.record.copy()
    record.next_record = following
    record.number = 5
    following.number = record.number
    following.next_record = record.next_record
    following.next_record = advance_record(following.next_record)
    if following.discriminant == IDENT_1:
        following.number = 6
        following.enumeration = next_enumeration(record.enumeration)
        following.next_record = world.record.next_record
        following.number = add_two(following.number, 10)
    else:
        record = following.copy()
    return record


def count_down(number):
    result = number + 10
    while True:
        if world.first_char == "A":
            result -= 1
            number = result - world.number
            enumeration = IDENT_1
        if enumeration == IDENT_1:
            break
    return number


def advance_record(record):
    if world.record is not None:
        record = world.record.next_record
    else:
        world.number = 100
    world.record.number = add_two(10, world.number)
    return record


def set_second_char():
    flag = world.first_char == "A"
    world.flag = flag or world.flag
    world.second_char = "B"


def set_first_char():
    world.first_char = "A"
    world.flag = False


def next_enumeration(enumeration):
    result = enumeration
    if not is_third(enumeration):
        result = IDENT_4
    if enumeration == IDENT_1:
        result = IDENT_1
    elif enumeration == IDENT_2:
        result = IDENT_1 if world.number > 100 else IDENT_4
    elif enumeration == IDENT_3:
        result = IDENT_2
    elif enumeration == IDENT_5:
        result = IDENT_3
    return result


def add_two(a, b):
    local = a + 2
    return b + local


def fill_arrays(vector, matrix, a, b):
    place = a + 5
    vector[place] = b
    vector[place + 1] = vector[place]
    vector[place + 30] = place
    for column in range(place, place + 2):
        matrix[place][column] = place
    matrix[place][place - 1] += 1
    matrix[place + 20][place] = vector[place]
    world.number = 5


def compare_chars(a, b):
    first = a
    second = first
    if second != b:
        return IDENT_1
    world.first_char = first
    return IDENT_2


def compare_strings(a, b):
    place = 2
    char = " "
    while place <= 2:
        if compare_chars(a[place], b[place + 1]) == IDENT_1:
            char = "A"
            place += 1
    if "W" <= char < "Z":
        place = 7
    if char == "R":
        return True
    if a > b:
        place += 7
        world.number = place
        return True
    return False


def is_third(enumeration):
    local = enumeration
    return local == IDENT_3


def check(name, value, expected):
    """1 if the value is wrong, else 0."""
    print(f"{name}: {value}")
    if value == expected:
        return 0
    print(f"  should be {expected}")
    return 1


def check_text(name, value, expected):
    print(f"{name}: {value}")
    return 0 if value == expected else 1


def run(passes):
    text_1 = FIRST_STRING
    text_2 = ""
    a = b = c = enumeration = 0
    world.matrix[8][7] = 10
    for index in range(1, passes + 1):
        set_first_char()
        set_second_char()
        a = 2
        b = 3
        text_2 = SECOND_STRING
        enumeration = IDENT_2
        world.flag = not compare_strings(text_1, text_2)
        while a < b:
            c = 5 * a - b
            c = add_two(a, b)
            a += 1
        fill_arrays(world.vector, world.matrix, a, c)
        world.record = transform_record(world.record)
        char = "A"
        while char <= world.second_char:
            if enumeration == compare_chars(char, "C"):
                enumeration = next_enumeration(IDENT_1)
                text_2 = THIRD_STRING
                b = index
                world.number = index
            char = chr(ord(char) + 1)
        b = b * a
        a = b // c
        b = 7 * (b - c) - a
        a = count_down(a)
    wrong = check("local numbers", a * 10000 + b * 100 + c, 51307)
    wrong += check("local enumeration", enumeration, IDENT_2)
    wrong += check_text("first text", text_1, FIRST_STRING)
    wrong += check_text("second text", text_2, SECOND_STRING)
    return wrong


def check_record(name, record, enumeration, number):
    wrong = check(name + " discriminant", record.discriminant, IDENT_1)
    wrong += check(name + " enumeration", record.enumeration, enumeration)
    wrong += check(name + " number", record.number, number)
    return wrong + check_text(name + " text", record.text, SOME_STRING)


def check_world(passes):
    wrong = check("number", world.number, 5)
    wrong += check("flag", world.flag, True)
    wrong += check_text("characters", world.first_char + world.second_char, "AB")
    wrong += check("vector", world.vector[8], 7)
    wrong += check("matrix", world.matrix[8][7], passes + 10)
    wrong += check_record("record", world.record, IDENT_3, 17)
    return wrong + check_record("next record", world.record.next_record, IDENT_2, 18)


def main():
    passes = int(sys.argv[1]) if len(sys.argv) > 1 else 2000000
    wrong = run(passes)
    wrong += check_world(passes)
    print(f"{passes} passes, {wrong} wrong values")


if __name__ == "__main__":
    main()

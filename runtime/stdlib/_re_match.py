# The matcher of regular expressions: a tree of nodes becomes a program, which runs with a stack of its own, so that long
# texts need no deep recursion.
#
# The stack has three numbers an entry: (place in the program, position, least position) is another way to go on, with
# the positions down to the least one; (place of a lazy SINGLE, position, -2 - how many it has taken); (-1 - register,
# its old value, 0). The registers are the starts and ends of groups, the group closed last, and the state of loops.
from weft.core.text import char_at
from _re_parse import A, ANY, AT, AT_BOUNDARY, AT_END, AT_LINE_END, AT_LINE_START, AT_NO_BOUNDARY, AT_START, ATOMIC
from _re_parse import CHAR, CHOICE, CharSet, GROUP, I, IF_GROUP, LAZY, LOOK, NO_LIMIT, Node, POSSESSIVE, REFERENCE
from _re_parse import REPEAT, S, SEQUENCE, SET, case_variants, is_word

# Instructions, with what follows them.
DONE = 0
ONE_CHAR = 1  # code
ONE = 2  # test, its argument
PLACE = 3  # which, ascii
SAVE = 4  # register
JUMP = 5  # place
SPLIT = 6  # place to be tried later
SAME = 7  # group, ignores case
SINGLE = 8  # test, its argument, low, high, lazy
LOOP = 9  # register
AGAIN = 10  # register, low, high, lazy, place of the body
MORE = 11  # register, high, place of the body
ASIDE = 12  # +-1, +-2 as in LOOK; width, place behind
ALONE = 13  # place behind
WHETHER = 14  # group, place if not

# Tests of one character.
IS_CHAR = 0
IS_ANY = 1
IS_NO_NEWLINE = 2
IS_IN_SET = 3


class Program:
    def __init__(self, groups: int) -> None:
        self.code: list[int] = []
        self.sets: list[CharSet] = []
        self.last_closed = 2 * (groups + 1)
        self.registers = self.last_closed + 1

    def emit(self, *numbers: int) -> int:
        # Gives the place of the last number.
        for x in numbers:
            self.code.append(x)
        return len(self.code) - 1

    def here(self, place: int) -> None:
        self.code[place] = len(self.code)

    def _test(self, node: Node) -> tuple[int, int]:
        # The test of a character that the node is, if it is no more than that; else -1.
        if node.kind == CHAR:
            if not node.flags & I or not self._variants(node):
                return IS_CHAR, node.value
            either = CharSet(node.flags & A != 0, True)
            either.add(node.value, node.value)
            for other in case_variants(node.value):
                either.add(other, other)
            self.sets.append(either)
            return IS_IN_SET, len(self.sets) - 1
        if node.kind == ANY:
            return (IS_ANY if node.flags & S else IS_NO_NEWLINE), 0
        if node.kind == SET:
            self.sets.append(node.set)
            return IS_IN_SET, len(self.sets) - 1
        if (node.kind == SEQUENCE or (node.kind == GROUP and node.value == 0)) and len(node.items) == 1:
            return self._test(node.items[0])
        return -1, 0

    def _variants(self, node: Node) -> bool:
        return len(case_variants(node.value)) > 0 and not (node.flags & A and node.value > 127)

    def add_all(self, items: list[Node]) -> None:
        for item in items:
            self.add(item)

    def add(self, node: Node) -> None:
        kind = node.kind
        if kind == REPEAT:
            self._repeat(node)
        elif kind == SEQUENCE:
            self.add_all(node.items)
        elif kind == CHOICE:
            self._choice(node)
        elif kind == GROUP:
            if node.value == 0:
                self.add_all(node.items)
                return
            self.emit(SAVE, 2 * node.value)
            self.add_all(node.items)
            self.emit(SAVE, 2 * node.value + 1)
        elif kind == AT:
            self.emit(PLACE, node.value, node.flags & A)
        elif kind == REFERENCE:
            self.emit(SAME, node.value, node.flags & I)
        elif kind == LOOK:
            self._apart(node, self.emit(ASIDE, node.value, node.low, 0))
        elif kind == ATOMIC:
            self._apart(node, self.emit(ALONE, 0))
        elif kind == IF_GROUP:
            no = self.emit(WHETHER, node.value, 0)
            self.add(node.items[0])
            end = self.emit(JUMP, 0)
            self.here(no)
            self.add(node.items[1])
            self.here(end)
        else:
            test, argument = self._test(node)
            if test == IS_CHAR:
                self.emit(ONE_CHAR, argument)
            elif test >= 0:
                self.emit(ONE, test, argument)

    def _choice(self, node: Node) -> None:
        ends: list[int] = []
        for item in node.items[:-1]:
            other = self.emit(SPLIT, 0)
            self.add(item)
            ends.append(self.emit(JUMP, 0))
            self.here(other)
        self.add(node.items[-1])
        for end in ends:
            self.here(end)

    def _apart(self, node: Node, end: int) -> None:
        self.add_all(node.items)
        self.emit(DONE)
        self.here(end)

    def _repeat(self, node: Node) -> None:
        if node.value == POSSESSIVE:
            end = self.emit(ALONE, 0)
            node.value = 0
            self._repeat(node)
            self.emit(DONE)
            self.here(end)
            return
        lazy = 1 if node.value == LAZY else 0
        test, argument = self._test(node.items[0])
        if test >= 0:
            self.emit(SINGLE, test, argument, node.low, node.high, lazy)
            return
        register = self.registers
        self.registers += 2  # how often, and where the last turn began
        self.emit(LOOP, register)
        start = self.emit(JUMP, 0)
        body = start + 1
        self.add(node.items[0])
        self.here(start)
        self.emit(AGAIN, register, node.low, node.high, lazy, body)
        self.emit(MORE, register, node.high, body)


class Machine:
    def __init__(self, program: Program, text: str, start: int, end: int) -> None:
        self.code = program.code
        self.sets = program.sets
        self.last_closed = program.last_closed
        self.text = text
        self.end = end
        self.registers = [-1] * program.registers
        self.stack: list[int] = []
        self.whole = False  # the match must go to the end
        self.forbidden = -1  # an empty match is not wanted here

    def match_at(self, start: int) -> bool:
        registers = self.registers
        for i in range(len(registers)):
            registers[i] = -1
        self.stack.clear()
        end = self._run(0, start, start)
        if end < 0:
            return False
        registers[0] = start
        registers[1] = end
        return True

    def search(self, start: int) -> bool:
        code = self.code
        first = code[1] if code[0] == ONE_CHAR else -1
        while start <= self.end:
            if first >= 0:
                start = self._find(first, start)
                if start < 0:
                    return False
            if self.match_at(start):
                return True
            start += 1
        return False

    def _find(self, c: int, start: int) -> int:
        text = self.text
        while start < self.end:
            if char_at(text, start) == c:
                return start
            start += 1
        return -1

    def _passes(self, test: int, argument: int, at: int) -> bool:
        c = char_at(self.text, at)
        if test == IS_CHAR:
            return c == argument
        if test == IS_IN_SET:
            return self.sets[argument].has(c)
        return test == IS_ANY or c != 10

    def _is_place(self, which: int, is_ascii: bool, at: int) -> bool:
        text = self.text
        end = self.end
        if which == AT_START:
            return at == 0
        if which == AT_LINE_START:
            return at == 0 or char_at(text, at - 1) == 10
        if which == AT_END:
            return at == end or (at == end - 1 and char_at(text, at) == 10)
        if which == AT_LINE_END:
            return at == end or char_at(text, at) == 10
        if which == AT_BOUNDARY or which == AT_NO_BOUNDARY:
            if end == 0:
                return False
            before = at > 0 and is_word(char_at(text, at - 1), is_ascii)
            after = at < end and is_word(char_at(text, at), is_ascii)
            return (before != after) == (which == AT_BOUNDARY)
        return at == end

    def _set(self, register: int, value: int) -> None:
        stack = self.stack
        stack.append(-1 - register)
        stack.append(self.registers[register])
        stack.append(0)
        self.registers[register] = value

    def _push(self, place: int, at: int, least: int) -> None:
        stack = self.stack
        stack.append(place)
        stack.append(at)
        stack.append(least)

    def _same(self, group: int, ignores_case: bool, at: int) -> int:
        # The position behind what is there as in the group, or -1.
        start = self.registers[2 * group]
        size = self.registers[2 * group + 1] - start
        if start < 0 or size < 0 or at + size > self.end:
            return -1
        text = self.text
        for i in range(size):
            a = char_at(text, start + i)
            b = char_at(text, at + i)
            if a != b and not (ignores_case and b in case_variants(a)):
                return -1
        return at + size

    def _single(self, at: int, place: int) -> int:
        # Takes a repeated character; the position from which to go on, or -1.
        code = self.code
        test = code[place + 1]
        argument = code[place + 2]
        low = code[place + 3]
        high = code[place + 4]
        lazy = code[place + 5]
        room = self.end - at
        if low > room:
            return -1
        most = low if lazy else min(high, room)
        text = self.text
        taken = 0
        if test == IS_CHAR:
            while taken < most and char_at(text, at + taken) == argument:
                taken += 1
        elif test == IS_ANY:
            taken = most
        elif test == IS_NO_NEWLINE:
            while taken < most and char_at(text, at + taken) != 10:
                taken += 1
        else:
            chars = self.sets[argument]
            while taken < most and chars.has(char_at(text, at + taken)):
                taken += 1
        if taken < low:
            return -1
        if lazy:
            if low < high:
                self._push(place, at + low, -2 - low)
        elif taken > low:
            self._push(place + 6, at + taken - 1, at + low)
        return at + taken

    def _again(self, at: int, place: int) -> int:
        # The end of a loop's turn: where the program goes on.
        code = self.code
        register = code[place + 1]
        low = code[place + 2]
        high = code[place + 3]
        body = code[place + 5]
        behind = place + 10
        count = self.registers[register] + 1
        if count < low:
            self._set(register, count)
            return body
        if code[place + 4]:
            self._push(place + 6, at, at)
            return behind
        if (count < high or high == NO_LIMIT) and at != self.registers[register + 1]:
            self._push(behind, at, at)
            self._set(register, count)
            self._set(register + 1, at)
            return body
        return behind

    def _more(self, at: int, place: int) -> int:
        # Another turn of a lazy loop, or -1.
        code = self.code
        register = code[place + 1]
        high = code[place + 2]
        count = self.registers[register] + 1
        if (count >= high and high != NO_LIMIT) or at == self.registers[register + 1]:
            return -1
        self._set(register, count)
        self._set(register + 1, at)
        return code[place + 3]

    def _forget_ways(self, base: int) -> None:
        # Of the entries above `base` only what registers were stays.
        stack = self.stack
        kept = base
        i = base
        while i < len(stack):
            if stack[i] < 0:
                stack[kept] = stack[i]
                stack[kept + 1] = stack[i + 1]
                stack[kept + 2] = 0
                kept += 3
            i += 3
        del stack[kept:]

    def _undo(self, base: int) -> None:
        stack = self.stack
        while len(stack) > base:
            stack.pop()
            value = stack.pop()
            place = stack.pop()
            if place < 0:
                self.registers[-1 - place] = value

    def _apart(self, start: int, at: int) -> int:
        # What stands by itself up to DONE: the position behind it, or -1.
        base = len(self.stack)
        forbidden = self.forbidden
        whole = self.whole
        self.forbidden = -1
        self.whole = False
        end = self._run(start, at, at)
        self.forbidden = forbidden
        self.whole = whole
        if end >= 0:
            self._forget_ways(base)
        return end

    def _aside(self, at: int, place: int) -> bool:
        how = self.code[place + 1]
        base = len(self.stack)
        start = at
        if how == 2 or how == -2:
            start = at - self.code[place + 2]
        end = self._apart(place + 4, start) if start >= 0 else -1
        if how < 0:
            self._undo(base)
            return end < 0
        return end >= 0

    def _run(self, place: int, at: int, start: int) -> int:
        # The end of the match, or -1.
        code = self.code
        stack = self.stack
        base = len(stack)
        text = self.text
        while True:
            op = code[place]
            goes_on = True
            if op == ONE_CHAR:
                goes_on = at < self.end and char_at(text, at) == code[place + 1]
                at += 1
                place += 2
            elif op == ONE:
                goes_on = at < self.end and self._passes(code[place + 1], code[place + 2], at)
                at += 1
                place += 3
            elif op == SINGLE:
                at = self._single(at, place)
                goes_on = at >= 0
                place += 6
            elif op == SAVE:
                register = code[place + 1]
                self._set(register, at)
                if register & 1:
                    self._set(self.last_closed, register >> 1)
                place += 2
            elif op == SPLIT:
                self._push(code[place + 1], at, at)
                place += 2
            elif op == JUMP:
                place = code[place + 1]
            elif op == PLACE:
                goes_on = self._is_place(code[place + 1], code[place + 2] != 0, at)
                place += 3
            elif op == AGAIN:
                place = self._again(at, place)
            elif op == LOOP:
                register = code[place + 1]
                self._set(register, -1)
                self._set(register + 1, -1)
                place += 2
            elif op == MORE:
                place = self._more(at, place)
                goes_on = place >= 0
            elif op == SAME:
                at = self._same(code[place + 1], code[place + 2] != 0, at)
                goes_on = at >= 0
                place += 3
            elif op == ASIDE:
                goes_on = self._aside(at, place)
                place = code[place + 3]
            elif op == ALONE:
                at = self._apart(place + 2, at)
                goes_on = at >= 0
                place = code[place + 1]
            elif op == WHETHER:
                place = place + 3 if self.registers[2 * code[place + 1] + 1] >= 0 else code[place + 2]
            else:
                if not (self.whole and at != self.end) and at != self.forbidden:
                    return at
                goes_on = False
            if goes_on:
                continue
            while True:
                if len(stack) == base:
                    return -1
                least = stack.pop()
                at = stack.pop()
                place = stack.pop()
                if place < 0:
                    self.registers[-1 - place] = at
                    continue
                if least >= 0:
                    if at > least:
                        self._push(place, at - 1, least)
                    break
                taken = -2 - least  # a lazy SINGLE takes one more
                if at < self.end and self._passes(code[place + 1], code[place + 2], at):
                    at += 1
                    taken += 1
                    if taken < code[place + 4]:
                        self._push(place, at, -2 - taken)
                    place += 6
                    break


def compiled(tree: Node, groups: int) -> Program:
    program = Program(groups)
    program.add(tree)
    program.emit(DONE)
    return program

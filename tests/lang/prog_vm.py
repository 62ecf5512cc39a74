# test: lang
# A small stack machine with an assembler, a debugger and traps.
import sys


class VMError(Exception):
    """Base of all the machine's errors."""

    def __init__(self, message, pc=None):
        super().__init__(message)
        self.pc = pc

    def __str__(self):
        base = super().__str__()
        return base if self.pc is None else f"{base} (at {self.pc:04d})"


class StackUnderflow(VMError):
    pass


class BadOpcode(VMError):
    pass


OPS = {}


def op(name, operands=0):
    def register(f):
        OPS[name] = (f, operands)
        return f

    return register


class Frame:
    def __init__(self, ret, base):
        self.ret = ret
        self.base = base
        self.locals = [0] * 8


class VM:
    def __init__(self, code, out=None, trace=False):
        self.code = code
        self.pc = 0
        self.stack = []
        self.frames = [Frame(-1, 0)]
        self.output = out if out is not None else []
        self.trace = trace
        self.steps = 0
        self.running = True

    def push(self, *values):
        for v in values:
            self.stack.append(v)

    def pop(self):
        try:
            return self.stack.pop()
        except IndexError:
            raise StackUnderflow("stack underflow", self.pc) from None

    def run(self, limit=10_000):
        while self.running:
            if self.steps >= limit:
                raise VMError("too many steps", self.pc)
            if not 0 <= self.pc < len(self.code):
                raise VMError(f"pc out of range: {self.pc}")
            name, arg = self.code[self.pc]
            if name not in OPS:
                raise BadOpcode(f"bad opcode {name!r}", self.pc)
            f, operands = OPS[name]
            if self.trace:
                print(f"    {self.pc:>3} {name:<6}{'' if arg is None else arg!s:<4} {self.stack}")
            self.pc += 1
            self.steps += 1
            if operands:
                f(self, arg)
            else:
                f(self, 0)
        return self.output


@op("push", 1)
def op_push(vm, n):
    vm.push(n)


@op("pop")
def op_pop(vm, _):
    vm.pop()


@op("dup")
def op_dup(vm, _):
    v = vm.pop()
    vm.push(v, v)


@op("swap")
def op_swap(vm, _):
    a, b = vm.pop(), vm.pop()
    vm.push(a, b)


def binary(name, f):
    def run(vm, _):
        b = vm.pop()
        a = vm.pop()
        try:
            vm.push(f(a, b))
        except ZeroDivisionError as e:
            raise VMError("division trap", vm.pc - 1) from e

    op(name)(run)


for _name, _f in {
    "add": lambda a, b: a + b,
    "sub": lambda a, b: a - b,
    "mul": lambda a, b: a * b,
    "div": lambda a, b: a // b,
    "mod": lambda a, b: a % b,
    "lt": lambda a, b: int(a < b),
    "eq": lambda a, b: int(a == b),
}.items():
    binary(_name, _f)


@op("jmp", 1)
def op_jmp(vm, target):
    vm.pc = target


@op("jz", 1)
def op_jz(vm, target):
    if vm.pop() == 0:
        vm.pc = target


@op("load", 1)
def op_load(vm, i):
    vm.push(vm.frames[-1].locals[i])


@op("store", 1)
def op_store(vm, i):
    vm.frames[-1].locals[i] = vm.pop()


@op("call", 1)
def op_call(vm, target):
    vm.frames.append(Frame(vm.pc, len(vm.stack)))
    vm.pc = target


@op("ret")
def op_ret(vm, _):
    vm.pc = vm.frames.pop().ret
    if not vm.frames:
        vm.running = False


@op("print")
def op_print(vm, _):
    vm.output.append(str(vm.pop()))


@op("halt")
def op_halt(vm, _):
    vm.running = False


def assemble(source):
    labels, program = {}, []
    for lineno, line in enumerate(source.splitlines(), 1):
        line, _, _comment = line.partition(";")
        line = line.strip()
        if not line:
            continue
        if line.endswith(":"):
            label = line[:-1]
            if label in labels:
                raise VMError(f"line {lineno}: duplicate label {label}")
            labels[label] = len(program)
            continue
        name, *args = line.split()
        program.append((name, args[0] if args else None, lineno))
    code = []
    for name, arg, lineno in program:
        if arg is None:
            code.append((name, None))
        elif arg.lstrip("-").isdigit():
            code.append((name, int(arg)))
        elif arg in labels:
            code.append((name, labels[arg]))
        else:
            raise VMError(f"line {lineno}: unknown label {arg}")
    return code


FACTORIAL = """
        push 10
        call fact
        print
        halt
fact:                   ; n -- n!
        store 0
        load 0
        push 2
        lt
        jz more
        push 1
        ret
more:   
        load 0
        load 0
        push 1
        sub
        call fact
        mul
        ret
"""
LOOP = """
        push 3
again:
        dup
        print
        push 1
        sub
        dup
        jz done
        jmp again
done:
        halt
"""
print(assemble(LOOP))
print(VM(assemble(FACTORIAL)).run())
vm = VM(assemble(LOOP), trace=True)
print(vm.run(), vm.steps, vm.stack)
for source in ["add", "push 1\npush 0\ndiv", "fly", "x: ", "jmp nowhere", "a:\na:\n", "l:\njmp l", "push 5"]:
    try:
        print(VM(assemble(source)).run(50))
    except StackUnderflow as e:
        print("underflow:", e)
    except VMError as e:
        print(type(e).__name__, "-", e, "| cause:", repr(e.__cause__))
print(sorted(OPS), OPS["push"][0].__name__, file=sys.stdout)

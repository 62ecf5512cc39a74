# test: lang
"""A tiny interpreter of a BASIC-like language."""


class BasicError(Exception):
    pass


class Interpreter:
    def __init__(self, source):
        self.lines = {}
        for text in source.strip().splitlines():
            number, _, rest = text.strip().partition(" ")
            self.lines[int(number)] = rest
        self.order = sorted(self.lines)
        self.variables = {}
        self.stack = []
        self.loops = []
        self.output = []
        self.handlers = {
            "PRINT": self.cmd_print,
            "LET": self.cmd_let,
            "GOTO": lambda rest: self.jump(int(rest)),
            "IF": self.cmd_if,
            "FOR": self.cmd_for,
            "NEXT": self.cmd_next,
            "GOSUB": self.cmd_gosub,
            "RETURN": self.cmd_return,
            "END": self.cmd_end,
            "REM": lambda rest: None,
        }
        self.at = 0
        self.running = False
        self.steps = 0

    def run(self, limit=1000):
        self.running = True
        while self.running and self.at < len(self.order):
            self.steps += 1
            if self.steps > limit:
                raise BasicError("too many steps")
            number = self.order[self.at]
            self.at += 1
            self.execute(number, self.lines[number])
        return "".join(self.output)

    def execute(self, number, statement):
        command, _, rest = statement.partition(" ")
        try:
            handler = self.handlers[command]
        except KeyError:
            raise BasicError(f"line {number}: unknown command {command!r}") from None
        try:
            handler(rest.strip())
        except (ValueError, ZeroDivisionError, IndexError) as e:
            raise BasicError(f"line {number}: {type(e).__name__.lower()}") from e

    def jump(self, target):
        if target not in self.lines:
            raise BasicError(f"no line {target}")
        self.at = self.order.index(target)

    def cmd_print(self, rest):
        parts = []
        for part in rest.split(";"):
            part = part.strip()
            if part.startswith('"') and part.endswith('"'):
                parts.append(part[1:-1])
            elif part:
                parts.append(str(self.evaluate(part)))
        self.output.append(" ".join(parts) + "\n")

    def cmd_let(self, rest):
        name, _, expression = rest.partition("=")
        self.variables[name.strip()] = self.evaluate(expression)

    def cmd_if(self, rest):
        condition, _, then = rest.partition("THEN")
        for symbol in ("<=", ">=", "<>", "<", ">", "="):
            if symbol in condition:
                left, right = (self.evaluate(side) for side in condition.split(symbol))
                outcome = {
                    "<=": left <= right, ">=": left >= right, "<>": left != right,
                    "<": left < right, ">": left > right, "=": left == right,
                }[symbol]
                break
        else:
            outcome = self.evaluate(condition) != 0
        if outcome:
            then = then.strip()
            if then.isdigit():
                self.jump(int(then))
            else:
                self.execute(self.order[self.at - 1], then)

    def cmd_for(self, rest):
        name, _, bounds = rest.partition("=")
        first, _, last = bounds.partition("TO")
        last, _, step = last.partition("STEP")
        self.variables[name.strip()] = self.evaluate(first)
        self.loops.append((name.strip(), self.evaluate(last), self.evaluate(step) if step else 1, self.at))

    def cmd_next(self, rest):
        name, last, step, start = self.loops[-1]
        self.variables[name] += step
        value = self.variables[name]
        if (step > 0 and value <= last) or (step < 0 and value >= last):
            self.at = start
        else:
            self.loops.pop()

    def cmd_gosub(self, rest):
        self.stack.append(self.at)
        self.jump(int(rest))

    def cmd_return(self, _):
        self.at = self.stack.pop()

    def cmd_end(self, *_):
        self.running = False

    # expressions: shunting yard
    PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2, "%": 2}

    def tokens(self, text):
        token = ""
        for c in text + " ":
            if c.isalnum():
                token += c
                continue
            if token:
                yield token
                token = ""
            if not c.isspace():
                yield c

    def evaluate(self, text):
        values, operators = [], []

        def apply():
            op = operators.pop()
            b, a = values.pop(), values.pop()
            if op == "+":
                values.append(a + b)
            elif op == "-":
                values.append(a - b)
            elif op == "*":
                values.append(a * b)
            elif op == "/":
                values.append(a // b)
            else:
                values.append(a % b)

        for token in self.tokens(text):
            if token.isdigit():
                values.append(int(token))
            elif token in self.PRECEDENCE:
                while operators and operators[-1] != "(" and self.PRECEDENCE[operators[-1]] >= self.PRECEDENCE[token]:
                    apply()
                operators.append(token)
            elif token == "(":
                operators.append(token)
            elif token == ")":
                while operators[-1] != "(":
                    apply()
                operators.pop()
            elif token.isalpha():
                if token not in self.variables:
                    raise BasicError(f"undefined variable {token}")
                values.append(self.variables[token])
            else:
                raise ValueError(token)
        while operators:
            apply()
        return values.pop()


PROGRAMS = {
    "primes": """
        10 REM primes below thirty
        20 FOR N = 2 TO 30
        30 LET P = 1
        40 FOR D = 2 TO N - 1
        50 IF N % D = 0 THEN LET P = 0
        60 NEXT D
        70 IF P = 1 THEN PRINT N ; "is prime"
        80 NEXT N
        90 END""",
    "fib": """
        10 LET A = 0
        20 LET B = 1
        30 PRINT "fib" ; A
        40 LET C = A + B
        50 LET A = B
        60 LET B = C
        70 IF A < 60 THEN 30
        80 GOSUB 200
        90 PRINT "done" ; (A + B) * 2 - 10 / 3
        100 END
        200 PRINT "in sub"
        210 RETURN""",
    "loop": "10 GOTO 10",
    "zero": "10 LET X = 1 / 0",
    "bad": "10 JUMP 20",
    "undef": "10 PRINT X",
    "down": "10 FOR I = 10 TO 1 STEP 0 - 3\n20 PRINT I\n30 NEXT I",
    "nowhere": "10 GOTO 99",
    "empty": "10 RETURN",
}
for name, source in PROGRAMS.items():
    machine = Interpreter(source)
    try:
        print(f"[{name}]", machine.run(5000), sep="\n", end="")
    except BasicError as e:
        print("error:", e, "| cause:", repr(e.__cause__))
    print("variables:", machine.variables, "steps:", machine.steps)

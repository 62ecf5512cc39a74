# test: example 20
"""DeltaBlue: an incremental solver of one-way constraints, with strengths that decide which constraints give way.

A constraint has methods, each of which computes one variable from the others. The planner chooses a method for each
constraint that can be enforced, so that stronger ones win, and extracts plans: lists of constraints to execute in order.

    python3.11 examples/deltablue.py [n]
"""

from __future__ import annotations

import sys
from abc import ABC, abstractmethod
from enum import IntEnum


class Strength(IntEnum):
    """The smaller, the stronger."""

    REQUIRED = 0
    STRONG_PREFERRED = 1
    PREFERRED = 2
    STRONG_DEFAULT = 3
    NORMAL = 4
    WEAK_DEFAULT = 5
    WEAKEST = 6

    def is_stronger_than(self, other: Strength) -> bool:
        return self < other


class Variable:
    """A value, the constraint that determines it, and all that mention it."""

    def __init__(self, name: str, value: int = 0):
        self.name = name
        self.value = value
        self.constraints: list[Constraint] = []
        self.determined_by: Constraint | None = None
        self.mark = 0
        self.strength = Strength.WEAKEST
        self.stays = True

    def __repr__(self):
        return f"{self.name}={self.value}"


class Constraint(ABC):
    """What relates variables. It is satisfied if a method, and thus an output, has been chosen for it."""

    def __init__(self, strength: Strength):
        self.strength = strength

    is_input = False

    @property
    @abstractmethod
    def is_satisfied(self) -> bool: ...

    @property
    @abstractmethod
    def output(self) -> Variable: ...

    @abstractmethod
    def inputs(self) -> list[Variable]: ...

    @abstractmethod
    def attach(self) -> None: ...

    @abstractmethod
    def detach(self) -> None: ...

    @abstractmethod
    def choose_method(self, mark: int) -> None: ...

    @abstractmethod
    def mark_unsatisfied(self) -> None: ...

    @abstractmethod
    def execute(self) -> None: ...

    def inputs_known(self, mark: int) -> bool:
        return all(v.mark == mark or v.stays or v.determined_by is None for v in self.inputs())

    def recalculate(self) -> None:
        output, inputs = self.output, self.inputs()
        output.strength = max([self.strength, *(v.strength for v in inputs)])
        output.stays = not self.is_input and all(v.stays for v in inputs)
        if output.stays:
            self.execute()

    def satisfy(self, mark: int, planner: Planner) -> Constraint | None:
        """Tries to enforce this constraint; gives the one that it overrides, which is then to be satisfied in turn."""
        self.choose_method(mark)
        if not self.is_satisfied:
            if self.strength is Strength.REQUIRED:
                raise RuntimeError("a required constraint cannot be satisfied")
            return None
        for variable in self.inputs():
            variable.mark = mark
        overridden = self.output.determined_by
        if overridden is not None:
            overridden.mark_unsatisfied()
        self.output.determined_by = self
        if not planner.add_propagate(self, mark):
            raise RuntimeError("a cycle of constraints")
        self.output.mark = mark
        return overridden


class UnaryConstraint(Constraint):
    def __init__(self, variable: Variable, strength: Strength, planner: Planner):
        super().__init__(strength)
        self.variable = variable
        self.satisfied = False
        planner.add(self)

    @property
    def is_satisfied(self):
        return self.satisfied

    @property
    def output(self):
        return self.variable

    def inputs(self):
        return []

    def attach(self):
        self.variable.constraints.append(self)
        self.satisfied = False

    def detach(self):
        self.variable.constraints.remove(self)
        self.satisfied = False

    def choose_method(self, mark):
        variable = self.variable
        self.satisfied = variable.mark != mark and self.strength.is_stronger_than(variable.strength)

    def mark_unsatisfied(self):
        self.satisfied = False


class Stay(UnaryConstraint):
    """Keeps a variable as it is."""

    def execute(self):
        pass


class Edit(UnaryConstraint):
    """Says that a variable will be changed from outside."""

    is_input = True

    def execute(self):
        pass


class BinaryConstraint(Constraint):
    """Relates two variables; either can be computed from the other."""

    def __init__(self, first: Variable, second: Variable, strength: Strength, planner: Planner):
        super().__init__(strength)
        self.first = first
        self.second = second
        self.direction: str | None = None
        planner.add(self)

    @property
    def is_satisfied(self):
        return self.direction is not None

    @property
    def output(self):
        return self.second if self.direction == "forward" else self.first

    @property
    def input(self):
        return self.first if self.direction == "forward" else self.second

    def inputs(self):
        return [self.input]

    def attach(self):
        for variable in (self.first, self.second):
            variable.constraints.append(self)
        self.direction = None

    def detach(self):
        for variable in self.first, self.second:
            variable.constraints.remove(self)
        self.direction = None

    def choose_method(self, mark):
        first, second = self.first, self.second
        if first.mark == mark:
            can_do = second.mark != mark and self.strength.is_stronger_than(second.strength)
            self.direction = "forward" if can_do else None
        elif second.mark == mark:
            self.direction = "backward" if self.strength.is_stronger_than(first.strength) else None
        elif second.strength.is_stronger_than(first.strength):
            self.direction = "backward" if self.strength.is_stronger_than(first.strength) else None
        else:
            self.direction = "forward" if self.strength.is_stronger_than(second.strength) else None

    def mark_unsatisfied(self):
        self.direction = None


class Equality(BinaryConstraint):
    def execute(self):
        self.output.value = self.input.value


class Scale(BinaryConstraint):
    """second = first * factor + offset, where those are variables, too, which this constraint never changes."""

    def __init__(self, source, factor, offset, target, strength, planner):
        self.factor = factor
        self.offset = offset
        super().__init__(source, target, strength, planner)

    def inputs(self):
        return [*super().inputs(), self.factor, self.offset]

    def attach(self):
        super().attach()
        for variable in (self.factor, self.offset):
            variable.constraints.append(self)

    def detach(self):
        super().detach()
        for variable in (self.factor, self.offset):
            variable.constraints.remove(self)

    def execute(self):
        if self.direction == "forward":
            self.second.value = self.first.value * self.factor.value + self.offset.value
        else:
            self.first.value = (self.second.value - self.offset.value) // self.factor.value


class Plan(list):
    """Constraints to execute in order."""

    def execute(self):
        for constraint in self:
            constraint.execute()


class Planner:
    def __init__(self):
        self.current_mark = 0

    def new_mark(self) -> int:
        self.current_mark += 1
        return self.current_mark

    def add(self, constraint):
        constraint.attach()
        mark = self.new_mark()
        while constraint is not None:
            constraint = constraint.satisfy(mark, self)

    def remove(self, constraint):
        if not constraint.is_satisfied:
            constraint.detach()
            return
        output = constraint.output
        constraint.mark_unsatisfied()
        constraint.detach()
        unsatisfied = self.remove_propagate_from(output)
        for candidate in sorted(unsatisfied, key=lambda c: c.strength):
            self.satisfy_again(candidate)

    def satisfy_again(self, constraint):
        mark = self.new_mark()
        while constraint is not None:
            constraint = constraint.satisfy(mark, self)

    def add_propagate(self, constraint, mark) -> bool:
        todo = [constraint]
        while todo:
            current = todo.pop()
            if current.output.mark == mark:
                self.remove(constraint)
                return False
            current.recalculate()
            todo.extend(self.consumers(current.output))
        return True

    def remove_propagate_from(self, output):
        output.determined_by = None
        output.strength = Strength.WEAKEST
        output.stays = True
        unsatisfied = []
        todo = [output]
        while todo:
            variable = todo.pop()
            unsatisfied += [c for c in variable.constraints if not c.is_satisfied]
            for constraint in self.consumers(variable):
                constraint.recalculate()
                todo.append(constraint.output)
        return unsatisfied

    @staticmethod
    def consumers(variable):
        return (c for c in variable.constraints if c.is_satisfied and c is not variable.determined_by)

    def make_plan(self, sources) -> Plan:
        mark = self.new_mark()
        plan = Plan()
        todo = list(sources)
        while todo:
            constraint = todo.pop()
            if constraint.output.mark != mark and constraint.inputs_known(mark):
                plan.append(constraint)
                constraint.output.mark = mark
                todo.extend(self.consumers(constraint.output))
        return plan

    def plan_from(self, constraints) -> Plan:
        return self.make_plan([c for c in constraints if c.is_input and c.is_satisfied])


def change(planner, variable, value):
    edit = Edit(variable, Strength.PREFERRED, planner)
    plan = planner.plan_from([edit])
    for _ in range(10):
        variable.value = value
        plan.execute()
    planner.remove(edit)
    return len(plan)


def chain_test(n):
    """A long chain of equalities, whose one end is edited: the other end follows."""
    planner = Planner()
    variables = [Variable(f"v{i}") for i in range(n + 1)]
    for first, second in zip(variables, variables[1:]):
        Equality(first, second, Strength.REQUIRED, planner)
    Stay(variables[-1], Strength.STRONG_DEFAULT, planner)
    edit = Edit(variables[0], Strength.PREFERRED, planner)
    plan = planner.plan_from([edit])
    for i in range(100):
        variables[0].value = i
        plan.execute()
        if variables[-1].value != i:
            print("chain test failed:", variables[-1])
    planner.remove(edit)
    return len(plan), variables[-1]


def projection_test(n):
    """n pairs of variables related by a factor and an offset; both sides, the factor and the offset are edited."""
    planner = Planner()
    factor, offset = Variable("factor", 10), Variable("offset", 1000)
    pairs = []
    for i in range(n):
        source, target = Variable(f"source{i}", i), Variable(f"target{i}", i)
        pairs.append((source, target))
        Stay(source, Strength.NORMAL, planner)
        Scale(source, factor, offset, target, Strength.REQUIRED, planner)
    source, target = pairs[-1]
    lengths = [change(planner, source, 17)]
    print(source, target, end="; ")
    lengths.append(change(planner, target, 1050))
    print(source, target, end="; ")
    lengths.append(change(planner, factor, 5))
    print(all(t.value == s.value * 5 + 1000 for s, t in pairs[:-1]), end="; ")
    lengths.append(change(planner, offset, 2000))
    print(all(t.value == s.value * 5 + 2000 for s, t in pairs[:-1]))
    return lengths


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    length, last = chain_test(n)
    print(f"chain: a plan of {length} constraints, {last!r} at the end")
    print("projection: plans of", *projection_test(n), "constraints")
    planner = Planner()
    variable = Variable("fixed", 7)
    Stay(variable, Strength.REQUIRED, planner)
    try:
        Edit(variable, Strength.REQUIRED, planner)
    except RuntimeError as error:
        print(f"{variable}: {error}")
    print([strength.name.lower() for strength in Strength if strength.is_stronger_than(Strength.NORMAL)])


if __name__ == "__main__":
    main()

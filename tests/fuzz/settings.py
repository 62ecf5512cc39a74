"""How a program of a seed is run by Weft: the evaluator after some stage, with passes switched on and off at random; now and then natively."""

import random
from pathlib import Path

PASSES = [line.split('"')[1] for line in (Path(__file__).parents[2] / "passes/pass.def").read_text().splitlines() if line.startswith("PASS(")]


def switches(rng):
    """A level of optimisation and some passes less or more."""
    options = [rng.choice(["-O0", "-O1", "-O2", "-O2", "-O2", "-O3", "-Os"])]
    options += [f"-f{rng.choice(['no-', 'no-', ''])}{name}" for name in PASSES if rng.random() < 0.2]
    if rng.random() < 0.1:
        options.append(f"--inline-threshold={rng.choice([1, 10, 100, 300])}")
    return options


def evaluator(rng):
    kind = rng.random()
    if kind < 0.4:
        return []
    if kind < 0.55:
        return ["--at=exc", *switches(rng)]
    if kind < 0.7:
        return ["--at=gc", "--passes=" + ",".join(rng.choices(PASSES, k=rng.randrange(1, 9)))]
    if kind < 0.75:
        return ["--at=gc", "-O2", "--verify", f"--shuffle-seed={rng.randrange(1000)}"]
    return ["--at=gc", *switches(rng)]


def commands(weft, seed, is_native):
    """The command lines for a seed; each is asked for the same answer."""
    rng = random.Random(f"settings {seed}")
    several = [[weft, "eval", *evaluator(rng)]]
    if is_native:
        several += [[weft, "run", "-O0", rng.choice(["--gc=boehm", "--gc=none"])], [weft, "run", *switches(rng)[1:], rng.choice(["-O2", "-O3"])]]
    return several

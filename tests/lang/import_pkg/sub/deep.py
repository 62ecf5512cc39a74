from .. import core
from ..core import Engine
from . import LEVEL, tools


def depth():
    return LEVEL + 1


def up():
    return Engine("deep").run() + str(tools.twice(core.START))

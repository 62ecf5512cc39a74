print("package runs")
VERSION = (1, 2)
from .core import START, helper
from . import core

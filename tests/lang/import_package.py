# test: lang
# Packages, subpackages, relative imports, attributes of packages.

import import_pkg
import import_pkg.sub.deep
from import_pkg import VERSION, core, helper
from import_pkg.core import Engine as E
from import_pkg.sub import tools
from import_pkg.sub.deep import depth, up

print(VERSION, import_pkg.VERSION, import_pkg.core.START, core is import_pkg.core)
print(helper(3), E("x").run(), tools.twice(4), depth(), up(), import_pkg.sub.deep.up())
print(import_pkg.sub.tools.twice(1.5), core.__name__, tools.__name__, import_pkg.__name__, E.__module__)
import_pkg.core.START = 50
print(helper(1), E("y").run())

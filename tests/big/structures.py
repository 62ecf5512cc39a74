# NAME SIZE ROUNDS: see big.py
import sys

import deep_tree
import finalizers
import huge
import long_list
import resurrection
import weak_references
import wide

MAINS = {
    "deep_tree": deep_tree.main,
    "finalizers": finalizers.main,
    "huge": huge.main,
    "long_list": long_list.main,
    "resurrection": resurrection.main,
    "weak_references": weak_references.main,
    "wide": wide.main,
}
MAINS[sys.argv[1]](int(sys.argv[2]), int(sys.argv[3]))

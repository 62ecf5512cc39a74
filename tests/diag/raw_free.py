# test: diag
import weakref

import weft
from weft import free


class Good:
    _alloc_flavor_ = "raw"

    def __init__(self, x):
        self.x = x


class Usual:
    pass


good = Good(3)
free([1, 2])  #! T0117 1: only objects of explicitly managed classes (`_alloc_flavor_ = "raw"`) are freed
weft.free(Usual())  #! T0117 1: only objects of explicitly managed classes (`_alloc_flavor_ = "raw"`) are freed
free(3)  #! T0117 1: only objects of explicitly managed classes (`_alloc_flavor_ = "raw"`) are freed
weakref.ref(good)  #! T0118 1: a weak reference to an object of an explicitly managed class
free(good if good.x > 3 else None)
free(None)

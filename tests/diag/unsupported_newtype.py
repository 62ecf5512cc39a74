# test: diag
from typing import NewType

Id = NewType("Id", int)  #! U0002 6: not supported: calling `NewType`
print(Id(3))

# test: diag
# The annotation says which side is wrong; the mixture is not reported again.
class Box:
    def __init__(self, label):
        self.label: str = label  #! T0114 9: `label` is annotated as str, but is int here  #- T0114 21: annotated here


print(Box("a").label)
print(Box(2).label)  #- T0114 11: int comes from here

# test: lang
# gc: asking for collections is harmless
import gc

gc.collect()
print(gc.isenabled())
gc.disable()
print(gc.isenabled())
gc.enable()
gc.collect(0)
gc.freeze()
try:
    gc.collect(3)
except ValueError as e:
    print(e)
print(gc.isenabled(), gc.get_debug())

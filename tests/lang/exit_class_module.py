# test: lang
# standalone:
# A report names the module of an exception's class.
import exit_class_module_helper
try:
    exit_class_module_helper.go()
except exit_class_module_helper.Oops as e:
    print(repr(e), e)
exit_class_module_helper.go()

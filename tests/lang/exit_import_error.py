# test: lang
# standalone:
# A module that fails while it is imported.

print("main")
import exit_import_helper

print("not reached", exit_import_helper.x)

# test: lang
# standalone:
# The traceback goes through the other module's file.

import exit_module_helper

print(exit_module_helper.safe(4))
exit_module_helper.Worker([0]).run(0)

# test: diag
import no_such_module_here  #! M0001 1: no module named `no_such_module_here`

print(no_such_module_here.x)

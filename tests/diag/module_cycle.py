# test: diag
import module_cycle_a  #! M0111 module_cycle_b.py:1:28: 'first'

print(module_cycle_a.first)

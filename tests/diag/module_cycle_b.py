from module_cycle_a import first

second = first + 1

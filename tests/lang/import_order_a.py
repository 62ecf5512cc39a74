print("a starts")
import import_order_b

value = "a+" + import_order_b.value
print("a ends")

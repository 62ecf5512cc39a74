# test: lang
# Modules run once, when they are first imported, in order.

print("main start")
import import_order_a

print("between")
import import_order_b
import import_order_a as again

print(again is import_order_a, import_order_b.value, import_order_a.value)


def later():
    from import_order_c import text

    return text


print("before later")
print(later())
print(later())
if len(import_order_a.value) > 100:
    import import_order_never
else:
    print("not imported")

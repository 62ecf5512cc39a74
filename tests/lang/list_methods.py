# test: lang
# All methods of list.

xs = []
xs.append(3)
xs.extend([1, 2])
xs.insert(0, 10)
xs.insert(-1, 20)
xs.insert(100, 30)
xs.insert(-100, 40)
print(xs)
print(xs.pop(), xs.pop(0), xs.pop(-2), xs)
xs.remove(10)
print(xs, xs.index(1), xs.count(1), xs.count(99))
xs.extend(range(3))
xs.extend((5, 5))
xs.extend([])
print(xs, xs.index(5, 2), xs.count(5))
xs.reverse()
print(xs)
xs.sort()
print(xs)
xs.sort(reverse=True)
print(xs, xs.copy() == xs, xs.copy() is xs)
for action in ("pop", "remove", "index", "popat"):
    empty = [1][:0]
    try:
        if action == "pop":
            empty.pop()
        elif action == "remove":
            empty.remove(5)
        elif action == "index":
            print(empty.index(5))
        else:
            [1, 2].pop(7)
    except IndexError as e:
        print(action, "IndexError:", e)
    except ValueError as e:
        print(action, "ValueError:", e)
xs.clear()
print(xs, len(xs), xs == [])

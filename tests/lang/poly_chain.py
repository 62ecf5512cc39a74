# test: lang
# Thirty functions, each calling the next twice with fresh lists.


def f0(xs, v):
    xs.append(v)
    return len(xs)


def f1(xs, v):
    if len(xs) > 1:
        return f0([], v)
    return f0([v], v) + 1


def f2(xs, v):
    if len(xs) > 2:
        return f1([], v)
    return f1([v], v) + 1


def f3(xs, v):
    if len(xs) > 0:
        return f2([], v)
    return f2([v], v) + 1


def f4(xs, v):
    if len(xs) > 1:
        return f3([], v)
    return f3([v], v) + 1


def f5(xs, v):
    if len(xs) > 2:
        return f4([], v)
    return f4([v], v) + 1


def f6(xs, v):
    if len(xs) > 0:
        return f5([], v)
    return f5([v], v) + 1


def f7(xs, v):
    if len(xs) > 1:
        return f6([], v)
    return f6([v], v) + 1


def f8(xs, v):
    if len(xs) > 2:
        return f7([], v)
    return f7([v], v) + 1


def f9(xs, v):
    if len(xs) > 0:
        return f8([], v)
    return f8([v], v) + 1


def f10(xs, v):
    if len(xs) > 1:
        return f9([], v)
    return f9([v], v) + 1


def f11(xs, v):
    if len(xs) > 2:
        return f10([], v)
    return f10([v], v) + 1


def f12(xs, v):
    if len(xs) > 0:
        return f11([], v)
    return f11([v], v) + 1


def f13(xs, v):
    if len(xs) > 1:
        return f12([], v)
    return f12([v], v) + 1


def f14(xs, v):
    if len(xs) > 2:
        return f13([], v)
    return f13([v], v) + 1


def f15(xs, v):
    if len(xs) > 0:
        return f14([], v)
    return f14([v], v) + 1


def f16(xs, v):
    if len(xs) > 1:
        return f15([], v)
    return f15([v], v) + 1


def f17(xs, v):
    if len(xs) > 2:
        return f16([], v)
    return f16([v], v) + 1


def f18(xs, v):
    if len(xs) > 0:
        return f17([], v)
    return f17([v], v) + 1


def f19(xs, v):
    if len(xs) > 1:
        return f18([], v)
    return f18([v], v) + 1


def f20(xs, v):
    if len(xs) > 2:
        return f19([], v)
    return f19([v], v) + 1


def f21(xs, v):
    if len(xs) > 0:
        return f20([], v)
    return f20([v], v) + 1


def f22(xs, v):
    if len(xs) > 1:
        return f21([], v)
    return f21([v], v) + 1


def f23(xs, v):
    if len(xs) > 2:
        return f22([], v)
    return f22([v], v) + 1


def f24(xs, v):
    if len(xs) > 0:
        return f23([], v)
    return f23([v], v) + 1


def f25(xs, v):
    if len(xs) > 1:
        return f24([], v)
    return f24([v], v) + 1


def f26(xs, v):
    if len(xs) > 2:
        return f25([], v)
    return f25([v], v) + 1


def f27(xs, v):
    if len(xs) > 0:
        return f26([], v)
    return f26([v], v) + 1


def f28(xs, v):
    if len(xs) > 1:
        return f27([], v)
    return f27([v], v) + 1


def f29(xs, v):
    if len(xs) > 2:
        return f28([], v)
    return f28([v], v) + 1


print(f29([], 1), f29([], 'x'), f29([], 2.5), f29([], [1]), f29([], (1, 'y')))


def g0(v):
    return [v]


def g1(v):
    a = g0(v)
    if len(a) > 2:
        return a
    b = []
    b.append(a[0])
    return b


def g2(v):
    a = g1(v)
    if len(a) > 1:
        return a
    b = []
    b.append(a[0])
    return b


def g3(v):
    a = g2(v)
    if len(a) > 2:
        return a
    b = []
    b.append(a[0])
    return b


def g4(v):
    a = g3(v)
    if len(a) > 1:
        return a
    b = []
    b.append(a[0])
    return b


def g5(v):
    a = g4(v)
    if len(a) > 2:
        return a
    b = []
    b.append(a[0])
    return b


def g6(v):
    a = g5(v)
    if len(a) > 1:
        return a
    b = []
    b.append(a[0])
    return b


def g7(v):
    a = g6(v)
    if len(a) > 2:
        return a
    b = []
    b.append(a[0])
    return b


def g8(v):
    a = g7(v)
    if len(a) > 1:
        return a
    b = []
    b.append(a[0])
    return b


def g9(v):
    a = g8(v)
    if len(a) > 2:
        return a
    b = []
    b.append(a[0])
    return b


def g10(v):
    a = g9(v)
    if len(a) > 1:
        return a
    b = []
    b.append(a[0])
    return b


def g11(v):
    a = g10(v)
    if len(a) > 2:
        return a
    b = []
    b.append(a[0])
    return b


def g12(v):
    a = g11(v)
    if len(a) > 1:
        return a
    b = []
    b.append(a[0])
    return b


def g13(v):
    a = g12(v)
    if len(a) > 2:
        return a
    b = []
    b.append(a[0])
    return b


def g14(v):
    a = g13(v)
    if len(a) > 1:
        return a
    b = []
    b.append(a[0])
    return b


def g15(v):
    a = g14(v)
    if len(a) > 2:
        return a
    b = []
    b.append(a[0])
    return b


def g16(v):
    a = g15(v)
    if len(a) > 1:
        return a
    b = []
    b.append(a[0])
    return b


def g17(v):
    a = g16(v)
    if len(a) > 2:
        return a
    b = []
    b.append(a[0])
    return b


def g18(v):
    a = g17(v)
    if len(a) > 1:
        return a
    b = []
    b.append(a[0])
    return b


def g19(v):
    a = g18(v)
    if len(a) > 2:
        return a
    b = []
    b.append(a[0])
    return b


def g20(v):
    a = g19(v)
    if len(a) > 1:
        return a
    b = []
    b.append(a[0])
    return b


def g21(v):
    a = g20(v)
    if len(a) > 2:
        return a
    b = []
    b.append(a[0])
    return b


def g22(v):
    a = g21(v)
    if len(a) > 1:
        return a
    b = []
    b.append(a[0])
    return b


def g23(v):
    a = g22(v)
    if len(a) > 2:
        return a
    b = []
    b.append(a[0])
    return b


def g24(v):
    a = g23(v)
    if len(a) > 1:
        return a
    b = []
    b.append(a[0])
    return b


def g25(v):
    a = g24(v)
    if len(a) > 2:
        return a
    b = []
    b.append(a[0])
    return b


def g26(v):
    a = g25(v)
    if len(a) > 1:
        return a
    b = []
    b.append(a[0])
    return b


def g27(v):
    a = g26(v)
    if len(a) > 2:
        return a
    b = []
    b.append(a[0])
    return b


def g28(v):
    a = g27(v)
    if len(a) > 1:
        return a
    b = []
    b.append(a[0])
    return b


def g29(v):
    a = g28(v)
    if len(a) > 2:
        return a
    b = []
    b.append(a[0])
    return b


print(g29(1), g29('x'), g29(2.5), g29([1]), g29(None))


def h0(xs, v):
    xs.append(v)
    return xs


def h1(xs, v):
    if len(xs) > 1:
        return h0([], v)
    return h0([], v)


def h2(xs, v):
    if len(xs) > 1:
        return h1([], v)
    return h1([], v)


def h3(xs, v):
    if len(xs) > 1:
        return h2([], v)
    return h2([], v)


def h4(xs, v):
    if len(xs) > 1:
        return h3([], v)
    return h3([], v)


def h5(xs, v):
    if len(xs) > 1:
        return h4([], v)
    return h4([], v)


def h6(xs, v):
    if len(xs) > 1:
        return h5([], v)
    return h5([], v)


def h7(xs, v):
    if len(xs) > 1:
        return h6([], v)
    return h6([], v)


def h8(xs, v):
    if len(xs) > 1:
        return h7([], v)
    return h7([], v)


def h9(xs, v):
    if len(xs) > 1:
        return h8([], v)
    return h8([], v)


def h10(xs, v):
    if len(xs) > 1:
        return h9([], v)
    return h9([], v)


def h11(xs, v):
    if len(xs) > 1:
        return h10([], v)
    return h10([], v)


def h12(xs, v):
    if len(xs) > 1:
        return h11([], v)
    return h11([], v)


def h13(xs, v):
    if len(xs) > 1:
        return h12([], v)
    return h12([], v)


def h14(xs, v):
    if len(xs) > 1:
        return h13([], v)
    return h13([], v)


def h15(xs, v):
    if len(xs) > 1:
        return h14([], v)
    return h14([], v)


def h16(xs, v):
    if len(xs) > 1:
        return h15([], v)
    return h15([], v)


def h17(xs, v):
    if len(xs) > 1:
        return h16([], v)
    return h16([], v)


def h18(xs, v):
    if len(xs) > 1:
        return h17([], v)
    return h17([], v)


def h19(xs, v):
    if len(xs) > 1:
        return h18([], v)
    return h18([], v)


def h20(xs, v):
    if len(xs) > 1:
        return h19([], v)
    return h19([], v)


def h21(xs, v):
    if len(xs) > 1:
        return h20([], v)
    return h20([], v)


def h22(xs, v):
    if len(xs) > 1:
        return h21([], v)
    return h21([], v)


def h23(xs, v):
    if len(xs) > 1:
        return h22([], v)
    return h22([], v)


def h24(xs, v):
    if len(xs) > 1:
        return h23([], v)
    return h23([], v)


def h25(xs, v):
    if len(xs) > 1:
        return h24([], v)
    return h24([], v)


def h26(xs, v):
    if len(xs) > 1:
        return h25([], v)
    return h25([], v)


def h27(xs, v):
    if len(xs) > 1:
        return h26([], v)
    return h26([], v)


def h28(xs, v):
    if len(xs) > 1:
        return h27([], v)
    return h27([], v)


def h29(xs, v):
    if len(xs) > 1:
        return h28([], v)
    return h28([], v)


print(h29([], 1), h29([], 'x'), h29([], 2.5), h29([], ['z']))

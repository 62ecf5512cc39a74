# test: lang
# Formatting of floats in all three styles.

x = 3.14159265
for spec in (".2f", ".0f", "10.3f", "<10.3f", "^10.2f", "+.1f", "010.2f", "e", ".3e", "g", ".3g", "%", ".1%", ",.2f"):
    print(spec, "[" + format(x, spec) + "]", "[" + format(-1234567.891, spec) + "]", "[" + format(0.0, spec) + "]")
print("%.2f %5.1f %-8.3f| %e %g %G" % (x, x, x, x, x, 1e-10))
print(f"{x:.3f} {x!r:>15} {x:>{12}.{2}f} {1e6:g} {1e5:g} {123456789.0:g} {0.0001:g} {0.00001:g}")
print("{:.1f} {:08.3f} {:+}".format(2.25, -2.5, 1.0))
print(f"{2.675:.2f} {0.5:.0f} {1.5:.0f} {2.5:.0f} {1e100:.3f}"[:60])
print(f"{float('inf'):.2f} {float('nan'):5} {-float('inf'):+.1f} {1.0:.0e} {1e-7} {12345.678:,}")
print(f"{100.0} {1e16} {1e-5} {123.456:10} {123.456:<10}| {-0.0} {-0.0:.1f} {0.1:.20f}")

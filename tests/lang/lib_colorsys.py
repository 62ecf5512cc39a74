# test: lang
# colorsys
import colorsys

steps = [0.0, 0.2, 1 / 3, 0.5, 0.75, 1.0]
total = 0.0
for a in steps:
    for b in steps:
        for c in (0.0, 0.3, 0.5, 1.0):
            print(colorsys.rgb_to_yiq(a, b, c), colorsys.yiq_to_rgb(a, b - 0.5, c - 0.5))
            print(colorsys.rgb_to_hls(a, b, c), colorsys.hls_to_rgb(a, b, c))
            print(colorsys.rgb_to_hsv(a, b, c), colorsys.hsv_to_rgb(a, b, c))
print(colorsys.hsv_to_rgb(1.5, 0.5, 0.5), colorsys.hsv_to_rgb(-0.1, 0.5, 0.5), colorsys.ONE_THIRD)
print(colorsys.rgb_to_hsv(0.2, 0.4, 0.4))

# colorsys: colours as red, green and blue, and in three other systems; all parts from 0 to 1.
ONE_THIRD = 1.0 / 3.0
ONE_SIXTH = 1.0 / 6.0
TWO_THIRD = 2.0 / 3.0


# ---- brightness and two differences -------------------------------------------------------


def rgb_to_yiq(r, g, b):
    y = 0.30 * r + 0.59 * g + 0.11 * b
    return y, 0.74 * (r - y) - 0.27 * (b - y), 0.48 * (r - y) + 0.41 * (b - y)


def yiq_to_rgb(y, i, q):
    return (
        _within(y + 0.9468822170900693 * i + 0.6235565819861433 * q),
        _within(y - 0.27478764629897834 * i - 0.6356910791873801 * q),
        _within(y - 1.1085450346420322 * i + 1.7090069284064666 * q),
    )


def _within(x):
    return 0.0 if x < 0.0 else (1.0 if x > 1.0 else x)


# ---- hue, with lightness or value ---------------------------------------------------------


def _hue(r, g, b, high, spread):
    red = (high - r) / spread
    green = (high - g) / spread
    blue = (high - b) / spread
    if r == high:
        h = blue - green
    elif g == high:
        h = 2.0 + red - blue
    else:
        h = 4.0 + green - red
    return (h / 6.0) % 1.0


def rgb_to_hls(r, g, b):
    high = max(r, g, b)
    low = min(r, g, b)
    both = high + low
    spread = high - low
    lightness = both / 2.0
    if low == high:
        return 0.0, lightness, 0.0
    saturation = spread / both if lightness <= 0.5 else spread / (2.0 - high - low)
    return _hue(r, g, b, high, spread), lightness, saturation


def hls_to_rgb(h, l, s):
    if s == 0.0:
        return l, l, l
    high = l * (1.0 + s) if l <= 0.5 else l + s - l * s
    low = 2.0 * l - high
    return _part(low, high, h + ONE_THIRD), _part(low, high, h), _part(low, high, h - ONE_THIRD)


def _part(low, high, hue):
    hue = hue % 1.0
    if hue < ONE_SIXTH:
        return low + (high - low) * hue * 6.0
    if hue < 0.5:
        return high
    if hue < TWO_THIRD:
        return low + (high - low) * (TWO_THIRD - hue) * 6.0
    return low


def rgb_to_hsv(r, g, b):
    high = max(r, g, b)
    low = min(r, g, b)
    if low == high:
        return 0.0, 0.0, high
    return _hue(r, g, b, high, high - low), (high - low) / high, high


def hsv_to_rgb(h, s, v):
    if s == 0.0:
        return v, v, v
    sector = int(h * 6.0)
    part = h * 6.0 - sector
    low = v * (1.0 - s)
    falling = v * (1.0 - s * part)
    rising = v * (1.0 - s * (1.0 - part))
    sector = sector % 6
    if sector == 0:
        return v, rising, low
    if sector == 1:
        return falling, v, low
    if sector == 2:
        return low, v, rising
    if sector == 3:
        return low, falling, v
    if sector == 4:
        return rising, low, v
    return v, low, falling

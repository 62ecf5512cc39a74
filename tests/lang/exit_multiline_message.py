# test: lang
# standalone:
# A message of several lines.

text = "first\nsecond"
raise ValueError(text + "\n  third")

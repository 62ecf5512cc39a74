shown = 1
both = "a"
_hidden = 2

# test: diag
text = "no end  #! P0001 8: unterminated string literal (detected at line 2)
print(text)

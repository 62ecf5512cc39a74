# test: lang
# Building strings in loops; a text processor.


def reverse_words(text):
    out = ""
    word = ""
    for c in text + " ":
        if c == " ":
            out = word + " " + out if out else word
            word = ""
        else:
            word += c
    return out


def rot13(text):
    out = []
    for c in text:
        if "a" <= c <= "z":
            out.append(chr((ord(c) - 97 + 13) % 26 + 97))
        elif "A" <= c <= "Z":
            out.append(chr((ord(c) - 65 + 13) % 26 + 65))
        else:
            out.append(c)
    return "".join(out)


def run_lengths(text):
    out = ""
    i = 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out += text[i] + (str(j - i) if j - i > 1 else "")
        i = j
    return out


print(reverse_words("one two three"))
print(rot13("Hello, World!"), rot13(rot13("Hello, World!")))
print(run_lengths("aaabccdddd"), run_lengths(""), run_lengths("x"))
text = ""
for i in range(200):
    text += str(i)
print(len(text), text[:20], text[-20:], text == text[::-1][::-1])

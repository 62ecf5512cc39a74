# test: lang
# textwrap: lines of paragraphs, all options
import random
import textwrap

TEXT = """The quick brown-fox jumped over the lazy dog -- twice!  It's a well-known pangram--or so they say...
	A tab, a half-baked idea, e-mail x-ray 3-4 --option a--b ---c foo-bar-baz some_very_long_identifier_that_breaks and-so-on."""
for width in (1, 2, 5, 9, 10, 17, 30, 70, 1000):
    print(width, textwrap.wrap(TEXT, width))
    print(textwrap.wrap(TEXT, width, break_long_words=False, break_on_hyphens=False))
print(textwrap.fill(TEXT, 40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.wrap(TEXT, 25, drop_whitespace=False, replace_whitespace=False))
print(textwrap.wrap(TEXT, 25, expand_tabs=False, fix_sentence_endings=True), textwrap.wrap(TEXT, 20, tabsize=2))
for width in (12, 20, 33, 200):
    print(textwrap.shorten(TEXT, width), textwrap.shorten(TEXT, width, placeholder="..."), textwrap.wrap(TEXT, width, max_lines=2))
print(textwrap.wrap("", 5), textwrap.wrap("   ", 5), repr(textwrap.fill("a  b", 2)), textwrap.wrap("  x  y", 4))
for bad in (lambda: str(textwrap.wrap("a", 0)), lambda: textwrap.shorten("a b", 3)):
    try:
        print(bad())
    except ValueError as e:
        print(e)
print(repr(textwrap.dedent("""
    one
      two

    \tthree
   """)), repr(textwrap.dedent("\tx\n\t y\n")), repr(textwrap.dedent("  a\n\tb")), repr(textwrap.dedent("a\n  b")), repr(textwrap.dedent("")))
print(repr(textwrap.indent("a\n\n b\n \nc", "> ")), repr(textwrap.indent("a\n\nb", "> ", lambda line: True)))
wrapper = textwrap.TextWrapper(width=12, subsequent_indent="..")
print(wrapper.wrap("one two three four"), wrapper.fill("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), wrapper.width)
wrapper.width = 20
print(wrapper.wrap("one two three four five six"))
random.seed(3)
for _ in range(300):
    text = "".join(random.choice("ab-- .z_1!") for _ in range(random.randrange(40)))
    print(textwrap.wrap(text, random.randrange(1, 12)))

# test: lang
# re: many patterns, with and without flags, against what CPython finds.
import re
tests = [
 (r"(a+)+b", "aaaab"), (r"(a*)*", "aaa"), (r"(?:a|ab)(?:c|bcd)(d*)", "abcd"), (r"(a|b)*?c", "ababc"), (r"(?<=x)\d+", "a1x23"),
 (r"(?<!x)\d+", "x12 34"), (r"\bfoo\b", "a foo b"), (r"(\w)\1", "hello"), (r"(?P<q>['\"]).*?(?P=q)", "say 'hi' \"x\""), (r"(?i:A)b", "ab"),
 (r"(?>a+)ab", "aaab"), (r"a++b", "aaab"), (r"a{2,3}", "aaaa"), (r"a{2,3}?", "aaaa"), (r"(ab){2}", "ababab"), (r"(a)?b(?(1)c|d)", "abc"), (r"(a)?b(?(1)c|d)", "bd"),
 (r"[^a-c\d]+", "abcxyz12"), (r"[\w-]+", "ab-cd ef"), (r"[]a]+", "]a]b"), (r"\Aab\Z", "ab"), (r"ab$", "ab\n"), (r"\x41\u0042\103", "ABC"), (r"é+", "caféé"),
 (r"\d+(?:\.\d+)?(?:[eE][+-]?\d+)?", "x=-12.5e+3;"), (r"(?=(\w+))\w", "hello"), (r"(?!ab)a.", "abac"), (r"(x?)*y", "xxy"), (r"((a)|b)+", "ab"), (r"^(?:(\d+)|(\w+))$", "abc"),
 (r".*?,", "a,b,c"), (r".*,", "a,b,c"), (r"(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)\10", "abcdefghijj"), (r"ſ", "S"), (r"\s+$", "a \t\n"), (r"", "abc"), (r"|a", "a"), (r"(|a)+", "aaa"), (r"(a|)+b", "aab"),
 (r"(?:(a)|(b)|c)+", "abc"), (r"(a(b)?)+", "aba"), (r"[a-z]+(?=\d)", "abc1"), (r"\w+@\w+\.com", "me@site.com you@x.org"), (r"(?:\d{1,3}\.){3}\d{1,3}", "ip 192.168.1.10!"), (r"a.c", "a\nc"), (r"[\s\S]", "\n"),
 (r"<(\w+)[^>]*>(.*?)</\1>", "<b class='x'>bold</b><i>it</i>"), (r"(?x) a b # c", "ab"), (r"\$\{(\w+)\}", "${x} and ${y}"), (r"(\()?\d+(?(1)\))", "(12) 3"), (r"^$", ""), (r"(?m)^$", "a\n\nb"), ("(?s:.)b", "\nb"), (r"x{,2}y", "xxxy"), (r"x{a}", "x{a}"), (r"{", "{"),
 (r"[[]", "["), (r"[a\]b]+", "a]b"), (r"\.", "a.b"), (r"(?i)straße", "STRASSE straße STRAßE"), (r"(?i)[k-m]+", "KLMN"), (r"(?a)\w+", "aé"), (r"\W+", "a é!?"), (r"\D\S\B", "ab cd"),
 (r"(a{0,2}){3}b", "aaaaab"), (r"(?:a?){3}aaa", "aaa"), (r"(aa|aab?)*c", "aabaac"), (r"((?:x|y)*?)z", "xyxyz"), (r"(?:ab|a)*?b$", "abab"),
]
for pattern, text in tests:
    for flags in (re.NOFLAG, re.I, re.M | re.S):
        p = re.compile(pattern, flags)
        out = []
        for m in p.finditer(text):
            out.append((m.span(), m.groups(), m.lastindex))
        full = p.fullmatch(text)
        print(pattern, flags, out, full.span() if full else None, p.match(text) is not None, p.sub("<\\g<0>>", text))

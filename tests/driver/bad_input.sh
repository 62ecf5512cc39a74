# test: cli
# Sources that are none: one clear message with file, line and remedy, as CPython refuses them, at once.
bad() { # bad CODE TEXT FILE
    status 1 timeout 10 "$WEFT" check "$3"
    says "error[$1]"
    says "$2"
    [ "$(grep -c '^error' err)" = 1 ] || { echo "several messages about $3"; cat err; exit 1; }
    if /usr/bin/python3.11 -c 'import sys; compile(open(sys.argv[1], "rb").read(), "f", "exec")' "$3" 2> py; then
        echo "CPython accepts $3"
        exit 1
    fi
}
good() { status 0 timeout 60 "$WEFT" eval "$1"; /usr/bin/python3.11 "$1" > wanted; cmp out wanted; }
py() { /usr/bin/python3.11 -c "import sys; sys.stdout.buffer.write($1)"; }
py 'b"x = 1\nprint(\"a\0b\")\n"' > nul.py && bad P0005 "nul.py:2:9" nul.py
py 'b"x = \"\xff\"\n"' > bytes.py && bad P0005 "byte 0xff is not UTF-8" bytes.py
py 'b"# coding: klingon\n"' > cookie.py && bad P0005 "klingon" cookie.py
py 'b"\xef\xbb\xbf# coding: latin-1\n"' > bomcookie.py && bad P0005 "bomcookie.py:1:" bomcookie.py
py '"print(1)".encode("utf-16")' > wide.py && bad P0005 "wide.py:1:1" wide.py
py 'b"if 1:\n\tx = 1\n        y = 2\n"' > tabs.py && bad P0003 "tabs.py:3:" tabs.py
py 'b"x = " + b"(" * 100000 + b"1" + b")" * 100000' > deep.py && bad P0004 "deep.py:1:" deep.py
py 'b"x = " + b"not " * 100000 + b"1"' > nots.py && bad P0004 "nots.py:1:" nots.py
py 'b"x = " + b"-" * 100000 + b"1"' > minus.py && bad P0004 "minus.py:1:" minus.py
py 'b"x = 1\n" + b"".join(b" " * i + b"if x:\n" for i in range(5000)) + b" " * 5000 + b"x\n"' > ifs.py && bad P0002 "ifs.py:102:" ifs.py
py 'b"x = \"" + b"a" * 50000000 + b"\" b c\n"' > long.py && bad P0001 "long.py:1:" long.py
[ "$(wc -c < err)" -lt 2000 ]
py 'b"x = (1,\n"' > open.py && bad P0001 "open.py:1:5" open.py
# what CPython accepts compiles
py 'b"\xef\xbb\xbfprint(\"bom\")\r\nx = \"\"\"a\r\nb\"\"\"\r\nprint(repr(x))\r\n"' > crlf.py && good crlf.py
py 'b"# coding: latin-1\nprint(\"caf\xe9\", len(\"\xe9\"))\n"' > latin.py && good latin.py
py 'b"#!/usr/bin/python\n# -*- coding: koi8-r -*-\nprint(\"\xc1\xc2\")\n"' > koi.py && good koi.py
py 'b"# coding: cp1252\nprint(\"\x80\")\n"' > windows.py && good windows.py
py 'b"x = \"" + b"a" * 5000000 + b"\"\nprint(len(x))\n"' > longline.py && good longline.py
py 'b"print(" + b"+".join([b"1"] * 2000) + b")\n"' > sum.py && good sum.py
py 'b"x=1\n" + b"".join(b" " * i + b"if x:\n" for i in range(95)) + b" " * 95 + b"print(x)\n"' > ifs95.py && good ifs95.py
py 'b"print(1)"' > noend.py && good noend.py
py 'b"x = 1\rprint(x)\r"' > cr.py && good cr.py
# a sum of a million terms
py 'b"a = 1\nprint(" + b"+".join([b"a"] * 1000000) + b")\n"' > million.py && bad P0004 "million.py:2:" million.py
# no program at all
status 1 "$WEFT" check nowhere.py
says "nowhere.py"
mkdir folder.py
status 1 "$WEFT" check folder.py
says "directory"
status 1 "$WEFT" check /dev/null/x.py
[ "$(ls -A cache 2> /dev/null | wc -l)" = 0 ] || [ "$(ls -A cache/weft | grep -c weft-)" = 0 ]
# code: M0003 (a module that cannot be read)
echo 'import helper' > main.py
mkdir helper.py
status 1 "$WEFT" check main.py
says "main.py:1:"

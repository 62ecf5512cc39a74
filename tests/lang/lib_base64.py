# test: lang
# binascii and base64 on random bytes, well-formed and not
import binascii, base64, random
random.seed(5)
def attempt(name, f):
    try:
        print(name, f())
    except (ValueError, AssertionError) as e:
        print(name, type(e).__name__, e)
alphabets = [bytes(range(256)), b"ABCabc019+/==\n ", b"0123456789abcdefABCDEF", b" =_.\t\r\nab~", b"!#$%`M \n"]
for n in range(60):
    a = alphabets[n % 5]
    data = bytes([random.choice(a) for _ in range(random.randrange(0, 90))])
    attempt("b64", lambda: binascii.b2a_base64(data, newline=n % 2 == 0))
    attempt("ub64", lambda: binascii.a2b_base64(data))
    attempt("ub64s", lambda: binascii.a2b_base64(data, strict_mode=True))
    attempt("hex", lambda: binascii.hexlify(data))
    attempt("unhex", lambda: binascii.unhexlify(data))
    attempt("uu", lambda: binascii.b2a_uu(data, backtick=n % 3 == 0))
    attempt("unuu", lambda: binascii.a2b_uu(data))
    attempt("qp", lambda: binascii.b2a_qp(data, quotetabs=n % 2 == 0, istext=n % 3 == 0, header=n % 7 == 0))
    attempt("unqp", lambda: binascii.a2b_qp(data, header=n % 2 == 0))
    attempt("crc", lambda: (binascii.crc32(data), binascii.crc_hqx(data, n), binascii.crc32(data, n * 77)))
    attempt("b32", lambda: base64.b32encode(data))
    attempt("ub32", lambda: base64.b32decode(base64.b32encode(data)) == data)
    attempt("ub32x", lambda: base64.b32decode(data, True))
    attempt("b32h", lambda: base64.b32hexdecode(base64.b32hexencode(data)) == data)
    attempt("b85", lambda: base64.b85encode(data, n % 2 == 0))
    attempt("ub85", lambda: base64.b85decode(base64.b85encode(data)) == data)
    attempt("ub85x", lambda: base64.b85decode(data))
    attempt("a85", lambda: base64.a85encode(data, foldspaces=n % 2 == 0, wrapcol=n % 3 * 7, pad=n % 5 == 0, adobe=n % 4 == 0))
    attempt("ua85x", lambda: base64.a85decode(data))
    attempt("ua85", lambda: base64.a85decode(base64.a85encode(data, adobe=n % 4 == 0), adobe=n % 4 == 0) == data)
    attempt("b16x", lambda: base64.b16decode(data, n % 2 == 0))
    attempt("enc", lambda: base64.encodebytes(data * 2))
    attempt("url", lambda: base64.urlsafe_b64encode(data))
    attempt("urlx", lambda: base64.urlsafe_b64decode(data))
attempt("s", lambda: base64.b64decode("aGVsbG8="))
attempt("s", lambda: base64.b64decode("aGVsbG8\u1234"))
attempt("s", lambda: binascii.unhexlify("abc"))
attempt("s", lambda: binascii.unhexlify("zz"))
attempt("s", lambda: binascii.b2a_hex(b"hello", "-", 2))
attempt("s", lambda: binascii.b2a_hex(b"hello", b":", bytes_per_sep=-2))
attempt("s", lambda: base64.b32decode("MZXW6===", map01="L"))

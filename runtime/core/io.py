# What is written to standard output and standard error without their file objects.
from weft.lowlevel import array_addr, byte_len, native
from weft.core.text import encode_utf8, is_ascii


def stream_write(stream: int, s: str) -> None:
    if not is_ascii(s):
        s = encode_utf8(s)
    native("out_write", stream, array_addr(s, 0), byte_len(s))


def err_write(s: str) -> None:
    stream_write(2, s)


def err_flush() -> None:
    native("out_flush", 2)


def out_flush() -> None:
    native("out_flush", 1)

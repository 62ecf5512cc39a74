# test: diag
import asyncio  #! M0002 1: module `asyncio` is not supported yet
import ctypes  #! M0002 1: module `ctypes` is not supported yet

print(asyncio, ctypes)

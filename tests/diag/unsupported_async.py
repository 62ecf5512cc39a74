# test: diag
async def f():  #! U0101 1: not supported: `async def`
    return 1


async def g():  #! U0101 1: not supported: `async def`
    async with f() as x:
        await x

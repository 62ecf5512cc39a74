# test: lang
# Exception classes of one's own: hierarchy, attributes, __str__.


class AppError(Exception):
    pass


class CodeError(AppError):
    def __init__(self, code, text="no text"):
        super().__init__(text)
        self.code = code


class Formatted(AppError):
    def __str__(self):
        return f"<{self.args[0]}>"


class Deep(CodeError):
    def describe(self):
        return f"{self.code}:{self}"


class Silent(AppError):
    def __init__(self):
        pass


def fail(n):
    if n == 0:
        raise AppError("plain")
    if n == 1:
        raise CodeError(404)
    if n == 2:
        raise Formatted("f")
    if n == 3:
        raise Deep(7, "deep")
    if n == 4:
        raise AppError
    if n == 5:
        raise Silent()
    return n


for n in range(7):
    try:
        print("value", fail(n))
    except Deep as e:
        print("Deep", e.describe(), e.code + 1, isinstance(e, CodeError))
    except CodeError as e:
        print("CodeError", e.code, e, repr(e))
    except AppError as e:
        print("AppError", e, repr(e), e.args, len(str(e)))
    finally:
        print("-", n)
print(issubclass(Deep, AppError), issubclass(Deep, Formatted), AppError.__name__, str(AppError()), str(AppError("a", 1)))
for n in range(4):
    try:
        fail(n)
    except Deep as error:
        if n > 5:
            continue
        print("deep", error.describe())
    except CodeError as error:
        code = [error.code for i in range(2)]
        print("code", code)
        error = None
        print(error)
    except AppError as error:
        print("app", error)

# test: lang
# Hierarchies of exceptions with attributes; the order of clauses; tuples of classes.


class AppError(Exception):
    """Base of all."""


class NotFound(AppError):
    def __init__(self, key, where="here"):
        super().__init__(key + " not in " + where)
        self.key = key
        self.where = where


class Denied(AppError):
    code = 403

    def __str__(self):
        return "denied(" + str(len(self.args)) + ")"


class Multi(NotFound, ):
    pass


def attempt(n):
    try:
        if n == 0:
            raise NotFound("k")
        if n == 1:
            raise Denied("u", 7)
        if n == 2:
            raise AppError
        if n == 3:
            raise Multi("m", where="there")
        if n == 4:
            raise ValueError("v", 1)
        if n == 5:
            return [][n]
        return "fine"
    except NotFound as e:
        return type(e).__name__ + "|" + str(e) + "|" + e.key + "|" + e.where + "|" + str(e.args)
    except Denied as e:
        return str(e) + str(e.code) + repr(e) + str(e.args)
    except (ValueError, AppError) as e:
        return type(e).__name__ + str(e.args) + str(e)
    except Exception as e:
        return "other" + type(e).__name__ + str(e)


for i in range(7):
    print(attempt(i))
try:
    raise Denied()
except AppError as e:
    print(repr(e), str(e), isinstance(e, Denied), isinstance(e, NotFound))
print(issubclass(Multi, AppError), issubclass(Denied, NotFound), Denied.__name__)

# contextlib: context managers made of generators, and some ready ones.


class _GeneratorContextManager:
    def __init__(self, gen):
        self.gen = gen

    def __enter__(self):
        for value in self.gen:
            return value
        raise RuntimeError("generator didn't yield")

    def __exit__(self, kind, value, trace):
        if value is None:
            for _ in self.gen:
                raise RuntimeError("generator didn't stop")
            return False
        try:
            self.gen.throw(value)
        except StopIteration as e:
            return e is not value
        except BaseException as e:
            # RuntimeError from StopIteration: what a generator makes of the exception that it lets pass.
            if e is value or (isinstance(value, StopIteration) and e.__cause__ is value):
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(func):
    return lambda *args, **keywords: _GeneratorContextManager(func(*args, **keywords))


class AbstractContextManager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        return None


class nullcontext:
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, kind, value, trace):
        pass


class closing:
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, kind, value, trace):
        self.thing.close()


class suppress:
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, kind, value, trace):
        return value is not None and isinstance(value, self._exceptions)


class ExitStack:
    # The last one that was entered is left first.
    def __init__(self):
        self._exits = []

    def __enter__(self):
        return self

    def enter_context(self, manager):
        value = manager.__enter__()
        self.push(manager)
        return value

    def push(self, manager):
        self._exits.append(lambda kind, value, trace: bool(manager.__exit__(kind, value, trace)))
        return manager

    def callback(self, function, *args):
        def run(kind, value, trace):
            function(*args)
            return False

        self._exits.append(run)
        return function

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, kind, value, trace):
        pending = value
        while self._exits:
            leave = self._exits.pop()
            try:
                if leave(None if pending is None else type(pending), pending, trace):
                    pending = None
            except BaseException as e:
                pending = e
        if pending is not None and pending is not value:
            raise pending
        return value is not None and pending is None

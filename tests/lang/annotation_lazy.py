# test: lang
from __future__ import annotations


def f(x: Missing, y: Later) -> None:
    print(x)


class Later:
    def me(self) -> Later:
        return self


f(3, Later().me())

# test: lang
# Tuples compare their items as all containers do: the same object counts as equal, a NaN included.
nan = float("nan")
pair = (nan, 1)
print((nan,) == (nan,), [nan] == [nan], nan in (nan,), (nan, 1) < (nan, 2), (nan,) != (nan,), (nan,).count(nan), (1, nan).index(nan))
print({pair: "found"}.get(pair, ""), pair in [pair], {pair, pair} == {pair}, sorted([(nan, 2), (nan, 1)]))


class Never:
    def __eq__(self, other):
        return False

    def __hash__(self):
        return 1


n, m = Never(), Never()
print((n,) == (n,), (n,) == (m,), (m, n).index(n), (n, m, n).count(n), {(n, 1): "key"}[n, 1], (n, 2) in [(m, 2)])

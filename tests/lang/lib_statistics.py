# test: lang
# statistics of ints and floats: exact results, as CPython rounds them.
import statistics
from statistics import StatisticsError, mean, median, mode, pstdev, stdev

print(mean([1, 2, 3, 4]), mean([1, 2, 3]), mean([2.5, 3.5]), mean([0.1, 0.2, 0.3]), mean([True, False, 1]), mean(range(10)))
print(statistics.fmean([1, 2, 4]), statistics.fmean([3.5, 4.0], weights=[1, 3]), statistics.geometric_mean([54, 24, 36]))
print(statistics.harmonic_mean([40, 60]), statistics.harmonic_mean([2.5, 3, 10]))
print(median([5, 1, 3]), median([4, 1, 3, 2]), median([1.5, 2.5]), statistics.median_low([1, 3, 5, 7]), statistics.median_high([1, 3, 5, 7]))
print(mode([1, 1, 2, 3]), mode(["red", "blue", "blue"]), statistics.multimode("aabbc"), mode([2, 3, 3, 2]))
print(stdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]), pstdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]), stdev([1, 2, 3, 4, 5]), pstdev([2, 4, 4, 4, 5, 5, 7, 9]))
print(statistics.variance([2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]), statistics.pvariance([0.0, 0.25, 0.25, 1.25, 1.5, 1.75, 2.75, 3.25]))
print(statistics.variance([2, 4, 6]), statistics.variance([1, 2, 3, 4]), statistics.pvariance([1, 2, 3]), statistics.pvariance([1, 3]))
print(statistics.quantiles([1, 2, 3, 4, 5, 6, 7]), statistics.quantiles([105, 129, 87, 86, 111, 111, 89, 81, 108], n=10), statistics.quantiles([1.0, 2.5, 4.0], n=3, method="inclusive"))
x, y = [1, 2, 3, 4, 5, 6, 7, 8, 9], [9, 8, 7, 6, 5, 4, 3, 2, 1]
print(statistics.correlation(x, x), statistics.correlation(x, y), statistics.covariance(x, y))
slope, intercept = statistics.linear_regression([1971, 1975, 1979, 1982, 1983], [1, 2, 3, 4, 5])
print(round(slope, 6), round(intercept, 3), statistics.linear_regression([1, 2, 3], [2, 4, 6], proportional=True))
for f in [mean, median, stdev]:
    try:
        f([])
    except StatisticsError as e:
        print(type(e).__name__, e)
grades = {"ann": [90, 85, 77], "bob": [60, 71, 88]}
for name, marks in grades.items():
    print(f"{name:>5}: {mean(marks):.2f} ± {stdev(marks):.3f}, median {median(marks)}, best {max(marks)}")
seed = 12345
values = []
for i in range(200):
    seed = (seed * 1103515245 + 12345) % 2147483648
    values.append(seed / 1000003 - 700)
print(mean(values), stdev(values), pstdev(values), statistics.variance(values), statistics.fmean(values), median(values))
print(mean([1e16, 1.0, -1e16]), mean([0.1] * 10), stdev([1e6 + 0.1, 1e6 + 0.2, 1e6 + 0.4]), statistics.pvariance([1e8, 1e8 + 1, 1e8 + 2]))
print([round(mean(values[i : i + 7]), 15) for i in range(0, 60, 7)])

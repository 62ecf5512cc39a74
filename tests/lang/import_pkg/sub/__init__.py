print("sub runs")
LEVEL = 1

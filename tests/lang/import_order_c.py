print("c runs")
text = "c text"

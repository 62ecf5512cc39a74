print("b runs", __name__)
value = "b"
if __name__ == "__main__":
    print("not as the main program")

print("repertoire")

print("narrate")

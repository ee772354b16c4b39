"""The demo's model: nothing is trained here, the file only has to be in the image."""

print("training")

"""One module for each picture, under its name: `sajian` declares the picture."""

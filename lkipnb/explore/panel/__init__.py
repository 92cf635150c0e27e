"""The widgets: thin, they show what the functions beside this package give."""

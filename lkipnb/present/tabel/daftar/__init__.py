"""One module for each table, under its name: `sajian` declares the table."""

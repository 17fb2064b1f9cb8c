"""How quick icccat is: catalogues of any size, what is measured on them, and the table of it."""

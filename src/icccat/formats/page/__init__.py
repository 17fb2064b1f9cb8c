"""The parts of the page that `icccat.formats.html` writes."""

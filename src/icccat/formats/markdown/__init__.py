"""The parts of the document that `icccat.formats.md` writes."""

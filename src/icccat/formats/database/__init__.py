"""The parts of the database that `icccat.formats.sqlite` writes."""

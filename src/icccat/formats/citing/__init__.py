"""What the formats for citing (RIS, BibTeX, CSL-JSON) share: records as citations, and their text.

A video is cited as itself, and so is a meeting without reports; of a meeting with reports each of
them is cited, with the meeting as the event.
"""

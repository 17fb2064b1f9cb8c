"""The parts of a workbook of Excel: its first sheet, and one for each kind of record."""

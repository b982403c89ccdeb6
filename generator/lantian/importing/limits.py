"""How much of a spreadsheet is looked at: more than a province needs, and less than hurts this machine."""

FILE_BYTES = 60_000_000
"""Asked before a file is opened."""
UNPACKED_BYTES = 500_000_000
"""All parts of a packed file together, by what they say and by what really comes out."""
PARTS = 2_000
PACKED_RATIO = 400
"""How many times bigger a part may become; a sheet of 100,000 rows becomes 15 to 60 times bigger."""
SMALL_PART_BYTES = 5_000_000
"""A part below this may be packed as tightly as it likes."""
ROWS = 300_000
COLUMNS = 256
CELLS = 6_000_000
"""The rectangle around everything in a sheet: a reader keeps it whole in memory."""
MERGES = 100_000
MARKS = 400_000
"""Formulas and error values that are remembered by their place."""
SHEETS = 300
HEADER_ROWS = 40
"""The row of headings is looked for among the first ones."""
TEXT_LENGTH = 2_000
NAME_LENGTH = 120

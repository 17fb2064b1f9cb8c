"""The catalogue's file: read, and changed so that nothing is ever lost, doubled or half written.

The write, in order; the sentence that refuses names the file, and up to step 9 the old one stands:

 1. the lock in `.icccat/` beside the real file, which the system frees when its holder dies;
 2. signals wait, and who holds the lock is noted beside it;
 3. the file is read, under the lock;
 4. the one change is made to its text;
 5. the new text is written to a file of a fixed name beside it, with its mode and owner;
 6. that file is forced to the disk, and read back;
 7. the caller verifies that it means what was meant;
 8. the live file is compared with what was read: if an editor saved meanwhile, back to 3;
 9. the new file takes the name of the old one;
10. the folder is forced to the disk, the note removed, signals delivered, the lock freed.
"""

from __future__ import annotations

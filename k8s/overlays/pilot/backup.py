"""Copies a data directory while the platform writes to it.

    backup.py DATA BACKUP DAYS_KEPT

Does what `sqlite3 log.db ".backup copy"` does, with the same call of SQLite. The log first, then the vault,
so that no event lacks its key. Keys in root.key are not copied: keep those apart. Copies older than
DAYS_KEPT days go, because a copy of the vault has the keys of people who are erased later.
"""

import shutil
import sqlite3
import sys
import time
from pathlib import Path

SECONDS_A_DAY = 24 * 60 * 60
# How long a page may be locked by the writer before the copy gives up.
LOCK_SECONDS_MAX = 60


def copy(source, target):
    """A copy that opens and is whole, or an exception."""
    old = sqlite3.connect(f"file:{source}?mode=ro", uri=True, timeout=LOCK_SECONDS_MAX)
    new = sqlite3.connect(target)
    try:
        # All pages in one step: in several, a log that is written to all the time never comes to an end.
        old.backup(new)
        found = new.execute("PRAGMA quick_check").fetchone()[0]
    finally:
        new.close()
        old.close()
    if found != "ok":
        raise SystemExit(f"the copy of {source} is damaged: {found}")


def backup(data, kept, days_kept):
    """Makes a new folder in `kept`; one without the ending .part is complete."""
    target = kept / time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    part = target.with_suffix(".part")
    part.mkdir(mode=0o700, parents=True)
    for name in ("log.db", "vault.db"):
        copy(data / name, part / name)
    shutil.copy(data / "format", part)
    part.rename(target)
    for folder in kept.iterdir():
        if folder.name[:2] == "20" and time.time() - folder.stat().st_mtime > days_kept * SECONDS_A_DAY:
            shutil.rmtree(folder)
    return target


if __name__ == "__main__":
    print("made", backup(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])))

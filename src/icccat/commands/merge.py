"""`icccat merge`: two people's catalogues made one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from icccat.catalogue.catalogue import load, parse
from icccat.catalogue.changes import rewrite
from icccat.catalogue.file.output import write_output
from icccat.catalogue.file.source import read
from icccat.catalogue.history.journal import journal_folder, read_steps
from icccat.catalogue.merging import Merge, git, merged
from icccat.catalogue.merging.copies import common
from icccat.catalogue.plan import confirm
from icccat.commands.session import Session
from icccat.commands.settling import report, settling, tell, undecided
from icccat.errors import Refused, Unsafe
from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Callable

    from icccat.catalogue.catalogue import Catalogue
    from icccat.catalogue.plan import Plan

THREE = 3
Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar=_("COPY | BASE OURS THEIRS"),
        help=_("A copy of the catalogue; or what both were, ours (which is changed), theirs."),
        show_default=False,
    ),
]
Install = Annotated[
    bool, typer.Option("--install", help=_("Let git merge the catalogue so, in this repository."))
]
Git = Annotated[
    str,
    typer.Option("--git", metavar=_("NAME"), help=_("As git calls it, for the file of this name.")),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help=_("Show the changes, and make none."))]


def command(
    context: typer.Context,
    files: Files = None,
    *,
    install: Install = False,
    git_: Git = "",
    dry_run: DryRun = False,
) -> None:
    """Take over what another version of the catalogue has, record by record, field by field."""
    session = Session.of(context)
    given = [Path(file) for file in files or ()]
    if install:
        install_driver(session, session.where().path)
    elif git_ and len(given) == THREE:
        _for_git(session, git_, *given)
    elif len(given) == THREE:
        base, ours, theirs = given
        was = _read(base)
        _merge(session, ours, load(theirs), lambda _ours: was, dry_run=dry_run)
    elif len(given) == 1 and not git_:
        _merge_copy(session, given[0], dry_run=dry_run)
    else:
        raise Refused(_("merge needs a copy of the catalogue, or three files: BASE OURS THEIRS"))


def install_driver(session: Session, catalogue: Path) -> None:
    """Make icccat git's merge driver for the catalogue, and say what that means."""
    attributes = git.install(catalogue)
    session.terminal.note(
        _("git now merges {file} by icccat, in this clone").format(file=catalogue),
        _("commit {file}; colleagues type icccat merge --install once").format(file=attributes),
    )


def _read(path: Path) -> Catalogue:
    """A catalogue that may be empty, as git gives one where there was none before."""
    if path.is_file() and not path.stat().st_size:
        return parse("", path)
    return load(path)


def _merge_copy(session: Session, copy: Path, *, dry_run: bool) -> None:
    path = session.where().path
    theirs = load(copy)
    if copy.samefile(path):
        raise Refused(_("{file} is the catalogue itself").format(file=copy))
    steps = read_steps(journal_folder(path.resolve()))
    _merge(session, path, theirs, lambda ours: common(ours, theirs, steps), dry_run=dry_run)
    if not dry_run:
        session.terminal.note(_("{file} is no longer needed").format(file=copy))


def _merge(
    session: Session,
    path: Path,
    theirs: Catalogue,
    base: Callable[[Catalogue], Catalogue],
    *,
    dry_run: bool,
) -> None:
    """Merge into the file at the path; clashes are settled before it is locked."""
    ours = load(path)
    settle = undecided if dry_run else settling(session)
    merge = merged(base(ours), ours, theirs, settle)
    if not dry_run and merge.plan.text != ours.text:
        made: list[Merge] = []

        def plan(now: Catalogue) -> Plan:
            made[:] = [merged(base(now), now, theirs, settle)]
            return made[0].plan

        what = f"merge {theirs.path.name}"
        rewrite(path, session.by(what), plan, waiting=session.waiting)
        merge = made[0]
    report(session, merge, dry_run=dry_run)


def _for_git(session: Session, name: str, base: Path, ours: Path, theirs: Path) -> None:
    """Merge into git's own copy, as no one else has it: no lock, and no step of history."""
    try:
        mine = read(ours)
        merge = merged(_read(base), parse(mine.text, ours), load(theirs), settling(session))
        confirm(merge.plan, name)
    except Unsafe as unreadable:
        git.merge_lines(base, ours, theirs)
        names = {base: _("{file} (base)"), ours: "{file}", theirs: _("{file} (theirs)")}
        for line in unreadable.lines:
            path = next((one for one in names if line.startswith(str(one))), ours)
            session.terminal.note(line.replace(str(path), names[path].format(file=name), 1))
        session.terminal.note(_("{file} was merged line by line").format(file=name))
        raise typer.Exit(1) from None
    write_output(ours, mine.encode(merge.plan.text), force=True, catalogue=Path(name))
    tell(session, merge)

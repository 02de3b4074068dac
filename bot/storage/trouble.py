"""What goes wrong with a database, in the house's own words."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoFreeConnection

from bot.domain.errors import BedsideError, Entangled

DEADLOCK: Final = "40P01"
"""PostgreSQL's code for it. Of those who wait for each other it lets one go, and undoes what that one did."""


class DatabaseFailed(Exception):
    """What a database said, without the values it was about: PostgreSQL quotes whole rows below the first line."""


@contextmanager
def translated() -> Iterator[None]:
    """Raise BedsideError when the database does not answer in time, Entangled where somebody else went first, and
    DatabaseFailed for whatever is our fault."""
    try:
        yield
    except (NoFreeConnection, TimeoutError) as problem:
        raise BedsideError from problem
    except (OperationalError, InterfaceError) as problem:
        if getattr(problem.orig, "sqlstate", None) == DEADLOCK:
            raise Entangled from _without_values(problem)
        raise BedsideError from _without_values(problem)
    except DBAPIError as problem:
        if problem.connection_invalidated:
            # It was ended by the server, which is nobody's fault here.
            raise BedsideError from _without_values(problem)
        raise _without_values(problem) from None


def _without_values(problem: DBAPIError) -> DatabaseFailed:
    first_line = str(problem.orig).partition("\n")[0]
    return DatabaseFailed(f"{type(problem.orig).__name__}: {first_line} [{problem.statement}]")

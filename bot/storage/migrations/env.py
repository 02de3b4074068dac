"""How Alembic runs the steps: inside the transaction of the connection it is given."""

from alembic import context

from bot.storage.tables import metadata


def run() -> None:
    """Run the steps that were asked for on the given connection."""
    context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
    context.run_migrations()


# Alembic loads this file under this name; anybody else's import runs nothing.
if __name__ == "env_py":
    run()

"""Bring an old schema up to date; imported only when there is one, for it loads Alembic."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

SCRIPTS = "negojournal.storage:migrations"


def upgrade(connection: Connection) -> None:
    """Run every migration that is missing, in the transaction of the connection."""
    config = Config()
    config.set_main_option("script_location", SCRIPTS)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")

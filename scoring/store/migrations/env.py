"""This module contains how Alembic reaches the database: over a connection that database.py opened."""

from alembic import context

from scoring.store import coaching_tables, review_tables
from scoring.store.tables import Base

assert coaching_tables, review_tables  # importing them made their tables known to Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    compare_type=True,
)
context.run_migrations()

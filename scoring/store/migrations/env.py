"""This module contains how Alembic reaches the database: over a connection that database.py opened."""

from alembic import context

from scoring.store import coaching_tables, review_tables  # so that Base knows those tables too

assert coaching_tables.Base is review_tables.Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=review_tables.Base.metadata,
    render_as_batch=True,
    compare_type=True,
)
context.run_migrations()

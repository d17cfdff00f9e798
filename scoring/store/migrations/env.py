"""This module contains how Alembic reaches the database: over a connection that database.py opened."""

from alembic import context

from scoring.store.review_tables import Base  # all tables, also those of people

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    compare_type=True,
)
context.run_migrations()

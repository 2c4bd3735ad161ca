"""Alembic migrations of the project file; shipped with the program, one file a revision."""

"""Databases as sources: `open_database` picks one, `test_database` says whether it would work.

Everything stands under ``/holdfast-database/``: MySQL as `holdfast.mysql.layout` describes, SQLite as ``sqlite/<name>.sqlite``.
"""

from holdfast.sources.databases.opening import DatabaseReport, DatabaseSource, files_to_exclude, locate, open_database, test_database

__all__ = ["DatabaseReport", "DatabaseSource", "files_to_exclude", "locate", "open_database", "test_database"]

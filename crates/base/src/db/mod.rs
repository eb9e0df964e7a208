//! The one door to two databases: SQLite inside, or PostgreSQL by URL.

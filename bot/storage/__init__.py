"""The only room that speaks SQL: one transaction for each unit of work, on SQLite and on PostgreSQL alike."""

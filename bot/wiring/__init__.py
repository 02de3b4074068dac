"""Joins the real things in one place: settings, files, database, Slack, listeners and heartbeat become one bot."""

"""A small Slack on loopback, to try the bot in and to test it against."""

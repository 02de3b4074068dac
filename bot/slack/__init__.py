"""The only room that speaks Slack: listeners read what a person did, views draw, the messenger carries."""

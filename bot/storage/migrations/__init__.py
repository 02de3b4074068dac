"""The way from each version of the tables to the next, one dated file a step."""

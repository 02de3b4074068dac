"""One dated file for each step. A step never imports the tables: they will have moved on."""

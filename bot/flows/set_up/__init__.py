"""Coordinators set up cohorts and rotations: first what a draft changes is said, then it is done as a whole."""

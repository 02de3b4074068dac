"""The forms in which coordinators set up cohorts and rotations."""

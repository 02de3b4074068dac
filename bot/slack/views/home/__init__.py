"""The Home tab: one module for each kind of Home, and for each longer part of a student's."""

"""What a person finds on the Home tab: one module for each kind of Home."""

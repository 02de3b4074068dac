"""What only an answer to the group is screened for."""

"""One file for each thing a person wants. A listener reads, calls a flow, and acknowledges only what is committed."""

"""The parts of ../evaluate.py: each part measures one thing with the built program and returns rows of the table."""

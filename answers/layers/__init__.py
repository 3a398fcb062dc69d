"""Linear layers: what counting words cannot tell, learned from examples."""

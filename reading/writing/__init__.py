"""Write what was read as `programme.yaml`, or into one that is there."""

"""Updates: asked for, and handed over in order."""

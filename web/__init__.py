"""The page's door: what people read in a browser, and what machines ask for over HTTP."""

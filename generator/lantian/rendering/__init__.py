"""A site and its documents become a folder; the only package that knows Pelican and Jinja."""

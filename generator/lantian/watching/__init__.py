"""Publishes unattended: waits for a change of the files or for the next moment at which the site must differ."""

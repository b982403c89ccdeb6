"""What holds for all tests: no clock decides a property, however busy the machine is."""

from hypothesis import settings

settings.register_profile("without_clock", deadline=None)
settings.load_profile("without_clock")

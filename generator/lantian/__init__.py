"""lantian: public information for heavy air pollution emergencies, from plan data to a bilingual static site."""

__version__ = "0.1.0"

"""Kiosks: tablets of a club or a school on which one young person after another answers a survey."""

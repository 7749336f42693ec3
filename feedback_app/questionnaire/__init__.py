"""A definition as a page: what young people, previews and later kiosks and paper all show."""
